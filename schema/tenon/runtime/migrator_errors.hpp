// Why migrations could not be run.
#pragma once

#include <tenon/catalog/error.hpp>

#include <string>
#include <utility>
#include <vector>

namespace tenon {

/// A statement of a migration failed. Its transaction was rolled back; what came before it stays.
/// what() says the migration, the statement and its line, PostgreSQL's message, and the revision or
/// step at which the database is.
struct MigrationError : Error {
  using Error::Error;
};

/// The ledger and the migrations do not fit each other, so nothing was run. what() names every
/// migration concerned.
struct LedgerError : Error {
  LedgerError(const std::string& what_is_wrong, std::vector<std::string> ids)
      : Error{what_is_wrong}, migrations{std::move(ids)} {}

  std::vector<std::string> migrations;
};

/// Another migrator was at work for longer than one was willing to wait.
struct LockError : Error {
  using Error::Error;
};

/// It was asked to stop. The transaction that was open was rolled back; what() says the revision or
/// step at which the database is.
struct Cancelled : Error {
  using Error::Error;
};

/// It is not done in such a database, whatever is in it.
struct RefusedError : Error {
  using Error::Error;
};

}  // namespace tenon
