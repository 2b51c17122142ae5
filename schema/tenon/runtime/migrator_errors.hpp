// Why migrations could not be run.
#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>
#include <vector>

namespace tenon {

/// A statement of a migration failed. The migration was rolled back as a whole; the ones before it
/// stay. what() says the migration, the statement and its line, PostgreSQL's message, and the
/// revision at which the database is.
struct MigrationError : std::runtime_error {
  using std::runtime_error::runtime_error;

  std::string migration;
  /// Counted from 1; one more than there are when the COMMIT failed.
  std::size_t statement_number = 0;
  std::string statement;
  /// The line of the migration's file where the statement begins, from 1.
  std::size_t line = 0;
  std::string sqlstate;
};

/// The ledger and the migrations do not fit each other, so nothing was run. what() names every
/// migration concerned.
struct LedgerError : std::runtime_error {
  LedgerError(const std::string& what_is_wrong, std::vector<std::string> ids)
      : std::runtime_error{what_is_wrong}, migrations{std::move(ids)} {}

  std::vector<std::string> migrations;
};

/// Another migrator was at work for longer than one was willing to wait.
struct LockError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

}  // namespace tenon
