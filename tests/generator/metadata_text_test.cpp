// The metadata header as text: how large it is, what of it changes, what no longer compiles.
#include "generated.hpp"

#include <support/catch.hpp>

#include <fstream>
#include <map>
#include <string>

namespace {

using namespace tenon::test;
namespace fs = std::filesystem;

// A table of fifteen columns with the annotations that tables have. `more` is said in the struct.
std::string table(int number, const std::string& more = "") {
  const std::string name = "Table" + std::to_string(number);
  std::string text = "struct TENON(table(\"table_" + std::to_string(number) +
                     "\"), comment(\"Table " + std::to_string(number) + "\")) " + name + " {\n" +
                     "  TENON(primary_key, identity) std::int64_t id;\n"
                     "  TENON(varchar(120)) std::string name;\n"
                     "  TENON(default_sql(\"now()\")) timestamptz created_at;\n";
  text += number == 0 ? "  std::int64_t parent_id;\n"
                      : "  TENON(references(&Table" + std::to_string(number - 1) +
                            "::id, on_delete::cascade), index) std::int64_t parent_id;\n";
  for (int column = 4; column < 15; ++column) {
    const std::string member = "column_" + std::to_string(column);
    text += column % 3 == 0   ? "  std::optional<std::string> " + member + ";\n"
            : column % 3 == 1 ? "  std::int32_t " + member + " = " + std::to_string(column) + ";\n"
                              : "  TENON(unique) std::string " + member + ";\n";
  }
  return text + "  TENON_TABLE(index(&" + name + "::name, desc(&" + name + "::created_at)));\n" +
         more + "};\n";
}

std::string header(const std::string& tables) {
  return "#pragma once\n#include <tenon/annotations.hpp>\n#include <cstdint>\n#include "
         "<optional>\n#include <string>\nnamespace large {\nusing namespace tenon::annotations;\n" +
         tables + "}\n";
}

// A header of some text, and what is generated from it.
class Schema {
 public:
  explicit Schema(const std::string& text) : header_{write(text)}, generated_{header_} {
    INFO(generated_.outcome().output);
    REQUIRE(generated_.outcome().status == 0);
  }

  // What the header says of each table, by the table's comment line.
  [[nodiscard]] std::map<std::string, std::string> parts() const {
    const std::string text = content_of(generated_.metadata());
    std::map<std::string, std::string> parts;
    for (auto at = text.find("\n/// Table "); at != std::string::npos;) {
      const auto next = text.find("\n/// Table ", at + 1);
      const std::string part = text.substr(at + 1, next - at - 1);
      parts[part.substr(0, part.find_first_of(":\n"))] = part;
      at = next;
    }
    return parts;
  }

  [[nodiscard]] Outcome compile(const std::string& code) const {
    return tenon::test::compile(generated_.metadata(), folder_.path(), code);
  }
  [[nodiscard]] std::string text() const { return content_of(generated_.metadata()); }

 private:
  [[nodiscard]] fs::path write(const std::string& text) const {
    std::ofstream{folder_.path() / "large.hpp"} << text;
    return folder_.path() / "large.hpp";
  }

  TemporaryFolder folder_;
  fs::path header_;
  Generated generated_;
};

}  // namespace

TEST_CASE("a table of fifteen columns takes no more than 2 KB", "[generator][metadata]") {
  std::string tables;
  for (int number = 0; number < 30; ++number) tables += table(number);
  const auto parts = Schema{header(tables)}.parts();
  CHECK(parts.size() == 30);
  for (const auto& [name, part] : parts) {
    INFO(name);
    CHECK(part.size() <= 2048);
  }
}

TEST_CASE("what is said of a table stays when another one changes", "[generator][metadata]") {
  const auto before = Schema{header(table(0) + table(1) + table(2))}.parts();
  REQUIRE(before.size() == 3);
  const auto check = [&](const std::string& tables, std::size_t count) {
    const auto after = Schema{header(tables)}.parts();
    CHECK(after.size() == count);
    CHECK(after.at("/// Table table_0") == before.at("/// Table table_0"));
    CHECK(after.at("/// Table table_2") == before.at("/// Table table_2"));
    return after;
  };

  SECTION("by a column") {
    const auto after = check(table(0) + table(1, "  std::string another;\n") + table(2), 3);
    CHECK(after.at("/// Table table_1") != before.at("/// Table table_1"));
  }
  SECTION("by a key") {
    const auto after =
        check(table(0) + table(1, "  TENON_TABLE(unique(&Table1::name));\n") + table(2), 3);
    CHECK(after.at("/// Table table_1") != before.at("/// Table table_1"));
  }
  SECTION("by its place") {
    check("struct TENON(table(\"a_first_one\")) First { TENON(primary_key) std::int64_t id; };\n" +
              table(0) + "// Lines\n//\n" + table(1) + table(2),
          4);
  }
}

TEST_CASE("comments and types are documentation for editors", "[generator][metadata]") {
  const Schema schema{
      header("struct TENON(table(\"users\"), comment(\"People\\nof a household\")) User {\n"
             "  TENON(primary_key, identity) std::int64_t id;\n"
             "  TENON(comment(\"ends in a \\\\\")) bool active = true;\n"
             "  TENON(generated(\"id * 2\")) std::int64_t twice;\n};\n")};
  CHECK_THAT(schema.text(),
             Catch::Contains("/// Table users: People\n/// of a household\n") &&
                 Catch::Contains("/// bigint not null identity\n") &&
                 Catch::Contains("/// boolean not null default true; ends in a \\ .\n") &&
                 Catch::Contains("generated always as (id * 2) stored\n"));
  CHECK(schema.compile("").status == 0);
}

TEST_CASE("code that names what is gone does not compile", "[generator][metadata]") {
  const std::string with =
      "enum class TENON(enum_type) Role { member, admin };\n"
      "struct TENON(table(\"users\")) User { TENON(primary_key) std::int64_t id; std::string "
      "email; "
      "Role role; };\n"
      "struct TENON(table(\"houses\")) House { TENON(primary_key) std::int64_t id; };\n";
  const std::string without =
      "enum class TENON(enum_type) Role { member };\n"
      "struct TENON(table(\"users\")) User { TENON(primary_key) std::int64_t id; Role role; };\n";
  const Schema before{header(with)};
  const Schema after{header(without)};
  for (const char* code : {"inline constexpr auto column = fixture_schema::users::email.name;",
                           "inline constexpr auto table = tenon::table_of<large::House>::name;",
                           "namespace houses = fixture_schema::houses;",
                           "inline constexpr auto label = tenon::to_label(large::Role::admin);"}) {
    INFO(code);
    CHECK(before.compile(code).status == 0);
    CHECK(after.compile(code).status == 1);
  }
  CHECK(after.compile("inline constexpr auto column = fixture_schema::users::id.name;").status ==
        0);
}
