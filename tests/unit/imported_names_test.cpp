// Identifiers for the names of a database.
#include "import/cpp_names.hpp"

#include <support/catch.hpp>

#include <string>
#include <utility>
#include <vector>

namespace tenon::importing {
namespace {

std::vector<std::string> members(const std::vector<std::string>& columns) {
  Table table;
  table.name.name = "t";
  for (const std::string& name : columns) {
    Column column;
    column.name = name;
    table.columns.push_back(std::move(column));
  }
  Model model;
  model.tables.push_back(table);
  const CppNames names(model);
  std::vector<std::string> all;
  for (const std::string& name : columns) all.push_back(names.member(table.name, name));
  return all;
}

std::string struct_name(const std::string& table) {
  Model model;
  model.tables.emplace_back().name.name = table;
  return CppNames(model).type({"public", table});
}

using Names = std::vector<std::string>;

TEST_CASE("a column keeps its name where C++ can have it") {
  CHECK(members({"id", "e_mail", "a1"}) == Names{"id", "e_mail", "a1"});
  CHECK(members({"class", "std", "errno"}) == Names{"class_", "std_", "errno_"});
}

TEST_CASE("any other name of a column becomes an identifier") {
  CHECK(members({"userID", "a b", "2fa", "", "_", "x__y"}) ==
        Names{"user_id", "a_b", "column_2fa", "column", "column_2", "x_y"});
}

TEST_CASE("names that would be the same are told apart, and who has it already keeps it") {
  CHECK(members({"A", "a", "a_"}) == Names{"a_2", "a", "a_3"});
  CHECK(members({"Class", "class"}) == Names{"class_2", "class_"});
}

TEST_CASE("the struct of a table begins with a capital") {
  CHECK(struct_name("user_roles") == "UserRoles");
  CHECK(struct_name("a_1") == "A_1");
  CHECK(struct_name("2fa") == "Table_2fa");
  CHECK(struct_name("???") == "Table");
}

TEST_CASE("a namespace is called after the schema, unless C++ or C have that name") {
  Model model;
  for (const char* schema : {"auth", "public", "std", "time", "Auth"})
    model.schemas.push_back({.name = schema});
  const CppNames names(model);
  CHECK(names.space("auth") == "auth");
  CHECK(names.space("Auth") == "auth_2");
  CHECK(names.space("public") == "public_schema");
  CHECK(names.space("std") == "std_schema");
  CHECK(names.space("time") == "time_schema");
}

}  // namespace
}  // namespace tenon::importing
