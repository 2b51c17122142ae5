// What pg_dump, which knows nothing of Tenon, says of a database.
#pragma once

#include <support/catch.hpp>
#include <support/run_program.hpp>
#include <support/server.hpp>

#include <algorithm>
#include <sstream>
#include <string>
#include <vector>

namespace tenon::test {

/// The columns of a table in the order of their names: a new one comes last, wherever it stands.
inline std::string with_sorted_columns(const std::string& statement) {
  if (!statement.starts_with("CREATE TABLE") && !statement.starts_with("CREATE FOREIGN TABLE"))
    return statement;
  std::istringstream stream{statement};
  std::vector<std::string> lines;
  for (std::string line; std::getline(stream, line);) {
    if (line.ends_with(',')) line.pop_back();
    lines.push_back(line);
  }
  std::ranges::sort(lines);
  std::string text;
  for (const auto& line : lines) text += line + '\n';
  return text;
}

/// What pg_dump says of a schema, a statement an element, in an order that does not depend on when
/// each was made.
inline std::vector<std::string> dumped(const Database& database) {
  const auto outcome =
      run_program("pg_dump --schema-only --no-owner " + quoted(database.scratch.url()));
  REQUIRE(outcome.status == 0);
  std::istringstream stream{outcome.output};
  std::vector<std::string> statements(1);
  for (std::string line; std::getline(stream, line);) {
    if (line.starts_with("--") || line.starts_with("SET ") || line.starts_with("\\")) continue;
    if (!line.empty())
      statements.back() += line + '\n';
    else if (!statements.back().empty())
      statements.emplace_back();
  }
  for (std::string& statement : statements) statement = with_sorted_columns(statement);
  std::ranges::sort(statements);
  return statements;
}

}  // namespace tenon::test
