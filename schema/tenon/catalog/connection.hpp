// A connection to PostgreSQL: the one place where Tenon meets libpqxx.
#pragma once

#include <tenon/catalog/error.hpp>
#include <tenon/catalog/result.hpp>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tenon {

/// A value in PostgreSQL's text format; empty for NULL.
using Value = std::optional<std::string>;
using Row = std::vector<Value>;
using Rows = std::vector<Row>;

/// A value of a column that the query never leaves NULL.
/// @throws std::logic_error when it is NULL all the same.
[[nodiscard]] const std::string& not_null(const Value& value);

/// An open connection. It has no transaction of its own: BEGIN, COMMIT and ROLLBACK are statements
/// like any other, and a connection that was lost is never opened again behind the caller's back,
/// so that session state (an advisory lock, a search_path) is what the caller set or is gone.
class Connection {
 public:
  /// Opens a connection.
  /// @param conninfo a URL or keywords and values; libpq takes what they leave out, or everything
  ///   when `conninfo` is empty, from PGHOST, PGUSER, … and its password file.
  ///   https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING
  /// @throws ConnectionError
  explicit Connection(const std::string& conninfo);

  Connection(Connection&&) noexcept;
  Connection& operator=(Connection&&) noexcept;
  ~Connection();

  /// Runs `sql`, which may be several statements, and drops what it returns.
  /// @throws DatabaseError, ConnectionError
  void execute(const std::string& sql);

  /// Runs one statement.
  /// @param parameters the values of $1, $2, …
  /// @return its rows, with values in PostgreSQL's text format.
  /// @throws DatabaseError, ConnectionError
  [[nodiscard]] Rows query(const std::string& sql, const std::vector<Value>& parameters = {});

  /// The same as query(), for what is looked through once and may be large.
  /// @throws DatabaseError, ConnectionError
  [[nodiscard]] Result result_of(const std::string& sql, const std::vector<Value>& parameters = {});

  /// Asks the server to end the statement that is running, which then fails with SQLSTATE 57014.
  /// May be called from another thread; does nothing where none is running or the server is gone.
  /// https://www.postgresql.org/docs/current/libpq-cancel.html
  void cancel() noexcept;

  /// Opens another one to the same database; nothing for a connection that was borrowed, of which
  /// the password is not known.
  /// @throws ConnectionError
  [[nodiscard]] std::optional<Connection> open_another() const;

  /// The process of the server that this session has.
  [[nodiscard]] int process_id() const;

  /// The server's version as PostgreSQL counts it: 150004 is 15.4.
  [[nodiscard]] int server_version() const;

 private:
  friend struct Borrowed;
  struct Impl;
  explicit Connection(std::unique_ptr<Impl> impl);

  std::unique_ptr<Impl> impl_;
};

}  // namespace tenon
