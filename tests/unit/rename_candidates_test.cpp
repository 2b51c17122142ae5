// What is suggested where something goes and something alike comes.
#include "schemas.hpp"

#include <support/catch.hpp>
#include <tenon/diff/column_order.hpp>
#include <tenon/diff/diff.hpp>
#include <tenon/diff/rename_candidates.hpp>

#include <utility>

namespace {

using namespace tenon;
using test::column;

Table table(std::string name, std::vector<Column> columns) {
  Table result;
  result.name.name = std::move(name);
  result.columns = std::move(columns);
  return result;
}

std::vector<RenameCandidate> candidates(std::vector<Table> from, std::vector<Table> to) {
  return rename_candidates(diff(Model{.tables = std::move(from)}, Model{.tables = std::move(to)}));
}

}  // namespace

TEST_CASE("a column that goes and the only one of its type that comes may be the same", "[diff]") {
  const auto found =
      candidates({table("users", {column("id", "bigint"), column("mail", "text")})},
                 {table("users", {column("id", "bigint"), column("email", "text")})});
  REQUIRE(found.size() == 1);
  CHECK(found[0].gone == ObjectName{ObjectKind::column, {"public", "users"}, "mail"});
  CHECK(found[0].come == ObjectName{ObjectKind::column, {"public", "users"}, "email"});
}

TEST_CASE("nothing is suggested where types differ, or where there is more than one", "[diff]") {
  CHECK(candidates({table("users", {column("mail", "text")})},
                   {table("users", {column("email", "varchar(9)")})})
            .empty());
  CHECK(candidates({table("users", {column("mail", "text")})},
                   {table("users", {column("email", "text"), column("name", "text")})})
            .empty());
  CHECK(candidates({table("users", {column("a", "text"), column("b", "text")})},
                   {table("users", {column("c", "text")})})
            .empty());
}

TEST_CASE("what is made anew under its own name is no other thing renamed", "[diff]") {
  const Table old = table("users", {column("id", "bigint")});
  const Table other = table("people", {column("id", "bigint")});
  CHECK(rename_candidates({DropTable{old}, CreateTable{old}}).empty());
  CHECK(rename_candidates(
            {DropTable{other}, DropTable{table("users", {column("id", "text")})}, CreateTable{old}})
            .empty());
  CHECK(rename_candidates({DropTable{other}, CreateTable{old}}).size() == 1);
}

TEST_CASE("tables, types and labels are suggested too", "[diff]") {
  const auto tables = candidates({table("people", {column("id", "bigint")})},
                                 {table("users", {column("id", "bigint")})});
  REQUIRE(tables.size() == 1);
  CHECK(tables[0].gone.parent.name == "people");

  const Model from{.enums = {{.name = {"public", "mood"}, .labels = {"sad", "happy"}}}};
  const Model other{.enums = {{.name = {"public", "feeling"}, .labels = {"sad", "happy"}}}};
  const auto types = rename_candidates(diff(from, other));
  REQUIRE(types.size() == 1);
  CHECK(types[0].come.parent.name == "feeling");

  const Model relabelled{.enums = {{.name = {"public", "mood"}, .labels = {"sad", "glad"}}}};
  const auto labels = rename_candidates(diff(from, relabelled));
  REQUIRE(labels.size() == 1);
  CHECK(labels[0].gone_label == "happy");
  CHECK(labels[0].come_label == "glad");
}

TEST_CASE("columns in another order are no difference, and are known", "[diff]") {
  const Model from{.tables = {table("users", {column("id", "bigint"), column("name", "text")})}};
  const Model to{.tables = {table("users", {column("name", "text"), column("age", "integer"),
                                            column("id", "bigint")})}};
  CHECK(tables_in_another_order(from, from).empty());
  CHECK(tables_in_another_order(from, to) == std::vector{QualifiedName{"public", "users"}});
  Model reordered = from;
  std::swap(reordered.tables[0].columns[0], reordered.tables[0].columns[1]);
  CHECK(diff(from, reordered).empty());
}
