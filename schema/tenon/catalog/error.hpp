// The one family of what is thrown about databases and their migrations.
#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>
#include <utility>

namespace tenon {

/// Which statement it was about, as far as that is known.
struct FailedStatement {
  /// Five characters, or empty when PostgreSQL did not speak.
  /// https://www.postgresql.org/docs/current/errcodes-appendix.html
  std::string sqlstate{};
  std::string statement{};
  /// The migration's id.
  std::string migration{};
  /// Its place in the migration's file, from 1; one more than there are when COMMIT failed.
  std::size_t statement_number = 0;
  /// The line of the file where it begins, from 1.
  std::size_t line = 0;
};

/// Base of ConnectionError, DatabaseError, MigrationError, LedgerError, LockError, Cancelled and
/// RefusedError. what() never has a password in it.
struct Error : std::runtime_error, FailedStatement {
  explicit Error(const std::string& message, FailedStatement failed = {})
      : std::runtime_error{message}, FailedStatement{std::move(failed)} {}
};

/// The server cannot be reached, refuses the login, or went away. What was not committed is rolled
/// back by the server; of a COMMIT that got no answer nobody knows.
struct ConnectionError : Error {
  using Error::Error;
};

/// A statement that PostgreSQL refused.
struct DatabaseError : Error {
  DatabaseError(const std::string& message, std::string state, std::string sql)
      : Error{message, {.sqlstate = std::move(state), .statement = std::move(sql)}} {}
};

}  // namespace tenon
