// By PostgreSQL's own scanner.
#include <tenon/history/sql_text.hpp>
#include <tenon/runtime/migration_steps.hpp>
#include <tenon/runtime/migrator_errors.hpp>
#include <tenon/sql/tokens.hpp>

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

namespace tenon {
namespace {

// CREATE [UNIQUE] INDEX CONCURRENTLY, DROP INDEX CONCURRENTLY.
bool runs_in_no_transaction(const std::vector<std::string>& opening) {
  const auto says = [&opening](std::size_t at, std::string_view keyword) {
    return at < opening.size() && opening[at] == keyword;
  };
  if (!says(0, "create") && !says(0, "drop")) return false;
  const std::size_t index = says(1, "unique") ? 2 : 1;
  return says(index, "index") && says(index + 1, "concurrently");
}

// What cannot move data is told by its first word, most often, and need not be parsed.
bool moves_data(const SplitStatement& statement) {
  constexpr std::array words = {"insert", "update", "delete", "merge", "select",
                                "with",   "values", "table",  "("};
  if (std::ranges::find(words, statement.opening.at(0)) == words.end()) return false;
  try {
    return statements_that_are_no_data_moves(statement.text).empty();
  } catch (const SqlError&) {
    // Newer than the parser: then it is generated, and no data move.
    return false;
  }
}

std::vector<Statement> statements_of(const Migration& migration, Direction direction) try {
  const auto& sql = direction == Direction::up ? migration.up_sql : migration.down_sql;
  std::vector<Statement> statements;
  auto at = sql.begin();
  std::size_t line = 1;
  for (SplitStatement& split : split_statements(sql)) {
    const auto begin = sql.begin() + static_cast<std::ptrdiff_t>(split.begin);
    line += static_cast<std::size_t>(std::count(at, begin, '\n'));
    at = begin;
    const bool in_transaction = !runs_in_no_transaction(split.opening);
    const bool moves = moves_data(split);
    statements.push_back(
        {std::move(split.text), statements.size() + 1, line, in_transaction, moves});
  }
  return statements;
} catch (const SqlError& error) {
  MigrationError told{"migration " + migration.id + " was not run: " + name_of(direction) +
                      ".sql: " + error.what()};
  told.migration = migration.id;
  throw told;
}

}  // namespace

const char* name_of(Direction direction) {
  return direction == Direction::up ? "up" : "down";
}

std::vector<MigrationStep> steps_of(const Migration& migration, Direction direction) {
  std::vector<MigrationStep> steps;
  for (Statement& statement : statements_of(migration, direction)) {
    if (steps.empty() || !statement.in_transaction || !steps.back().in_transaction)
      steps.push_back({steps.size() + 1, statement.in_transaction, {}});
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
