// A migration's file, cut into what can run in one transaction and what cannot.
#pragma once

#include <tenon/history/migration.hpp>

#include <cstddef>
#include <string>
#include <vector>

namespace tenon {

enum class Direction { up, down };

/// `up` or `down`.
[[nodiscard]] const char* name_of(Direction direction);

struct Statement {
  std::string text;
  /// Its place in the file, and the line where it begins, from 1.
  std::size_t number;
  std::size_t line;
  /// Whether PostgreSQL runs it in a transaction with others.
  bool in_transaction = true;
  /// Whether all it does is to move data, as a backfill does.
  bool moves_data = false;
};

/// Statements that run in one transaction, or one that can run in none.
struct MigrationStep {
  /// Its place in the file, from 1.
  std::size_t number;
  bool in_transaction;
  std::vector<Statement> statements;
};

/// Cuts the file of one direction at the statements that PostgreSQL runs in no transaction: CREATE
/// INDEX CONCURRENTLY and DROP INDEX CONCURRENTLY.
/// https://www.postgresql.org/docs/current/sql-createindex.html#SQL-CREATEINDEX-CONCURRENTLY
/// @return at least one step, which may be empty.
/// @throws MigrationError when the text cannot be scanned, or a part of it is no statement.
[[nodiscard]] std::vector<MigrationStep> steps_of(const Migration& migration, Direction direction);

/// The digest of a step's statements, by which it is known again: see token_digest().
[[nodiscard]] std::string step_digest(const MigrationStep& step);

}  // namespace tenon
