#include "sql_files/check_views.hpp"

#include "sql_files/sql_file.hpp"

#include <fmt/format.h>

#include <tenon/catalog/connection.hpp>
#include <tenon/sql/quote.hpp>

#include <map>
#include <string>

namespace tenon::sql_files {
namespace {

using Types = std::map<std::string, std::string>;

Types types_of(const std::string& relation, Connection& open) {
  Types types;
  for (const Row& row :
       open.query("SELECT attname, format_type(atttypid, atttypmod) FROM pg_attribute "
                  "WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped",
                  {relation}))
    types.emplace(not_null(row[0]), not_null(row[1]));
  return types;
}

// What PostgreSQL makes of the members' types.
Types types_of(const DeclaredView& view, Connection& open) {
  const std::string table = "pg_temp.tenon_members";
  open.execute("CREATE TABLE " + table + " ()");
  for (const ViewColumn& column : view.columns) {
    try {
      open.execute("ALTER TABLE " + table + " ADD COLUMN " + sql::identifier(column.name) + " " +
                   column.type);
    } catch (const DatabaseError& error) {
      throw ViewError{column.location, error.what()};
    }
  }
  Types types = types_of(table, open);
  open.execute("DROP TABLE " + table);
  return types;
}

void check(const DeclaredView& view, Connection& open) {
  const std::string name = sql::identifier(view.name);
  const Types given = types_of(name, open);
  const Types wanted = types_of(view, open);
  for (const ViewColumn& column : view.columns) {
    const auto found = given.find(column.name);
    if (found == given.end())
      throw ViewError{column.location,
                      fmt::format("the query of {} gives no column {}", name, column.name) +
                          "\nname it in the query, or take the member away"};
    if (found->second != wanted.at(column.name))
      throw ViewError{column.location,
                      fmt::format("{}.{} is {} here, and {} in the query", name, column.name,
                                  wanted.at(column.name), found->second) +
                          fmt::format("\nuse a member of that type, say sql_type(\"{}\"), or cast "
                                      "in the query",
                                      found->second)};
  }
  for (const auto& [column, type] : given)
    if (!wanted.contains(column))
      throw ViewError{view.location, fmt::format("the query of {} gives {} {}, which no member is",
                                                 name, column, type) +
                                         "\nwrite a member for it, or leave it out of the query"};
}

}  // namespace

void check_views(const std::vector<DeclaredView>& views, Connection& open) {
  for (const DeclaredView& view : views) check(view, open);
}

}  // namespace tenon::sql_files
