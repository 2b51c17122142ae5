// By PostgreSQL's own scanner.
#include <tenon/history/sql_text.hpp>
#include <tenon/runtime/migration_steps.hpp>
#include <tenon/runtime/migrator_errors.hpp>
#include <tenon/sql/tokens.hpp>

#include <algorithm>
#include <string_view>
#include <vector>

namespace tenon {
namespace {

std::vector<Statement> statements_of(const Migration& migration, Direction direction) try {
  const auto& sql = direction == Direction::up ? migration.up_sql : migration.down_sql;
  std::vector<Statement> statements;
  std::size_t from = 0;
  std::size_t line = 1;
  for (auto& text : split_statements(sql)) {
    const auto begin = std::min(sql.find(text, from), sql.size());
    line += static_cast<std::size_t>(std::count(sql.begin() + static_cast<std::ptrdiff_t>(from),
                                                sql.begin() + static_cast<std::ptrdiff_t>(begin),
                                                '\n'));
    from = begin;
    statements.push_back({std::move(text), statements.size() + 1, line});
  }
  return statements;
} catch (const SqlError& error) {
  MigrationError told{"migration " + migration.id + " was not run: " + name_of(direction) +
                      ".sql: " + error.what()};
  told.migration = migration.id;
  throw told;
}

// CREATE [UNIQUE] INDEX CONCURRENTLY, DROP INDEX CONCURRENTLY.
bool runs_in_no_transaction(const std::string& statement) {
  const std::vector<sql::Token> tokens = sql::significant_tokens(statement);
  const auto says = [&tokens](std::size_t at, std::string_view keyword) {
    return at < tokens.size() && sql::is_keyword(tokens[at], keyword);
  };
  if (!says(0, "create") && !says(0, "drop")) return false;
  const std::size_t index = says(1, "unique") ? 2 : 1;
  return says(index, "index") && says(index + 1, "concurrently");
}

}  // namespace

const char* name_of(Direction direction) {
  return direction == Direction::up ? "up" : "down";
}

std::vector<MigrationStep> steps_of(const Migration& migration, Direction direction) {
  std::vector<MigrationStep> steps;
  for (Statement& statement : statements_of(migration, direction)) {
    const bool in_transaction = !runs_in_no_transaction(statement.text);
    if (steps.empty() || !in_transaction || !steps.back().in_transaction)
      steps.push_back({steps.size() + 1, in_transaction, {}});
    steps.back().statements.push_back(std::move(statement));
  }
  if (steps.empty()) steps.push_back({1, true, {}});
  return steps;
}

std::string step_digest(const MigrationStep& step) {
  std::string text;
  for (const Statement& statement : step.statements) text += statement.text + ";\n";
  return token_digest(text);
}

}  // namespace tenon
