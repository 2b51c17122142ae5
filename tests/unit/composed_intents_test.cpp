// Renames and conversions of several migrations, as one would say them.
#include <support/catch.hpp>
#include <tenon/history/composed_intents.hpp>

#include <optional>
#include <string>
#include <vector>

namespace tenon {
namespace {

const QualifiedName a{"public", "a"};
const QualifiedName b{"public", "b"};
const QualifiedName c{"public", "c"};

Intents composed(const std::vector<Changes>& all) {
  std::vector<Migration> migrations;
  for (const Changes& changes : all) migrations.emplace_back().changes = changes;
  return composed_intents(migrations);
}

Rename column(const QualifiedName& table, const std::string& now, const std::string& before) {
  return {{ObjectKind::column, table, now}, "", {"public", before}};
}

AlterColumnType retyped(const QualifiedName& table, std::optional<std::string> conversion) {
  AlterColumnType alter;
  alter.table = table;
  alter.column = "x";
  alter.conversion = std::move(conversion);
  return alter;
}

TEST_CASE("names are followed from the first to the last") {
  CHECK(composed({{RenameTable{a, b}}, {RenameTable{b, c}}}).renames ==
        std::vector<Rename>{{{ObjectKind::table, c, ""}, "", a}});
  CHECK(composed({{RenameColumn{a, "x", "y"}}, {RenameColumn{a, "y", "z"}}}).renames ==
        std::vector<Rename>{column(a, "z", "x")});
  CHECK(composed({{RenameTable{a, b}}, {RenameTable{b, a}}}).renames.empty());
}

TEST_CASE("a column that was renamed goes along with its table") {
  const auto renames =
      composed({{RenameColumn{a, "x", "y"}}, {RenameTable{a, b}}, {RenameColumn{b, "y", "z"}}})
          .renames;
  REQUIRE(renames.size() == 2);
  CHECK(renames[0] == column(b, "z", "x"));
  CHECK(renames[1] == Rename{{ObjectKind::table, b, ""}, "", a});
}

TEST_CASE("labels are followed\\, and their type") {
  const auto renames =
      composed({{RenameEnumLabel{a, "x", "y"}}, {RenameEnum{a, b}}, {RenameEnumLabel{b, "y", "z"}}})
          .renames;
  REQUIRE(renames.size() == 2);
  CHECK(renames[0] == Rename{{ObjectKind::enum_type, b, ""}, "z", {"public", "x"}});
}

TEST_CASE("what was made or dropped on the way is no rename") {
  Table table;
  table.name = a;
  CHECK(composed({{CreateTable{table}}, {RenameTable{a, b}}}).renames.empty());
  CHECK(composed({{AddColumn{a, {.name = "x", .type = "text"}}}, {RenameColumn{a, "x", "y"}}})
            .renames.empty());
  CHECK(composed({{RenameColumn{a, "x", "y"}}, {DropColumn{a, {.name = "y", .type = "text"}}}})
            .renames.empty());
  table.name = b;
  CHECK(composed({{RenameTable{a, b}, RenameColumn{b, "x", "y"}}, {DropTable{table}}})
            .renames.empty());
}

TEST_CASE("one conversion of a column is kept\\, two are an error that names it") {
  const auto once = composed({{retyped(a, "x::int")}, {RenameTable{a, b}}}).conversions;
  CHECK(once == std::map<ObjectName, std::string>{{{ObjectKind::column, b, "x"}, "x::int"}});
  CHECK_THROWS_WITH(composed({{retyped(a, "x::int")}, {retyped(a, std::nullopt)}}),
                    Catch::Contains("column a.x"));
  CHECK_THROWS_AS(composed({{retyped(a, std::nullopt)}, {retyped(a, "x::int")}}),
                  ComposedConversionError);
  CHECK(composed({{retyped(a, std::nullopt)}, {retyped(a, std::nullopt)}}).conversions.empty());
}

}  // namespace
}  // namespace tenon
