// Models on a real PostgreSQL: created, changed by their plans, read back.
#pragma once

#include <support/server.hpp>
#include <support/statements.hpp>
#include <tenon/catalog/catalog.hpp>
#include <tenon/diff/describe.hpp>
#include <tenon/diff/diff.hpp>
#include <tenon/sql/render.hpp>

#include <stdexcept>
#include <string>
#include <vector>

namespace tenon::test {

/// Runs all in one transaction, as a migration does. The message of a failure has the statement.
inline void run(Connection& connection, const std::vector<std::string>& statements) {
  connection.execute("BEGIN; SET LOCAL search_path = public");
  for (const std::string& statement : statements) {
    try {
      connection.execute(statement);
    } catch (const DatabaseError& error) {
      connection.execute("ROLLBACK");
      throw std::runtime_error(std::string(error.what()) + "\nin: " + statement);
    }
  }
  connection.execute("COMMIT");
}

inline Catalog catalog_of(const Model& model) {
  Database database;
  run(database.connection, sql::create_all(model));
  return read_catalog(database.connection);
}

inline std::string in_words(const Changes& changes) {
  std::string text;
  for (const Change& change : changes) {
    text += describe(subject(change)) + ": " + describe(change) + "\n";
  }
  return text;
}

/// What two catalogs differ in, in words; empty when they are the same.
inline std::string differences(const Catalog& seen, const Catalog& wanted) {
  std::string text = in_words(diff(seen.model, wanted.model));
  if (seen.unmodelled != wanted.unmodelled) {
    for (const std::string& line : seen.unmodelled) text += "seen: " + line + "\n";
    for (const std::string& line : wanted.unmodelled) text += "wanted: " + line + "\n";
  }
  return text;
}

}  // namespace tenon::test
