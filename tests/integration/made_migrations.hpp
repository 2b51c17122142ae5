// Migrations that are made in a test, and what a test asks after it ran them.
#pragma once

#include <support/catch.hpp>
#include <support/server.hpp>
#include <tenon/history/migration.hpp>

#include <functional>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace tenon::test {

using Ids = std::vector<std::string>;

inline Migration migration(std::string id, std::optional<std::string> parent, std::string up_sql,
                           std::string down_sql) {
  Migration made;
  made.id = std::move(id);
  made.parent = std::move(parent);
  made.up_sql = std::move(up_sql);
  made.down_sql = std::move(down_sql);
  made.model_digest = "model of " + made.id;
  return made;
}

/// Three migrations that each add a table.
inline std::vector<Migration> three() {
  return {migration("m1", std::nullopt, "CREATE TABLE a (x int);", "DROP TABLE a;"),
          migration("m2", "m1", "-- why\nCREATE TABLE b (x int);\n\nCREATE INDEX bi ON b (x);",
                    "DROP TABLE b;"),
          migration("m3", "m2", "CREATE TABLE c (x int);", "DROP TABLE c;")};
}

inline bool exists(Database& database, const std::string& table) {
  return database.connection.query("SELECT to_regclass($1)", {table})[0][0].has_value();
}

template <class Error>
Error error_of(const std::function<void()>& action) {
  try {
    action();
  } catch (const Error& error) {
    return error;
  }
  FAIL("there was no error");
  throw std::logic_error{"unreachable"};
}

}  // namespace tenon::test
