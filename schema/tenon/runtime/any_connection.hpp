// What a function of the runtime takes where it needs a database.
#pragma once

#include <tenon/catalog/borrow.hpp>
#include <tenon/catalog/connection.hpp>

#include <optional>
#include <string>
#include <utility>

namespace tenon {

/// A connection of Tenon, one that the application has open, or a URL to open one with. Every
/// conversion to it is implicit, so that `migrate("postgresql://…", …)`, `migrate(pqxx_connection,
/// …)` and `migrate(connection, …)` all read well.
class AnyConnection {
 public:
  // NOLINTBEGIN(google-explicit-constructor): see above.
  /// @param connection must outlive the call, and have no transaction open.
  AnyConnection(Connection& connection) : connection_{&connection} {}
  AnyConnection(Connection&& connection) : own_{std::move(connection)} {}
  /// @param connection must outlive the call, and have no transaction object open.
  AnyConnection(pqxx::connection& connection) : own_{borrow(connection)} {}
  /// @param conninfo as for Connection
  /// @throws ConnectionError
  AnyConnection(const std::string& conninfo) : own_{std::in_place, conninfo} {}
  AnyConnection(const char* conninfo) : AnyConnection{std::string{conninfo}} {}
  // NOLINTEND(google-explicit-constructor)

  [[nodiscard]] Connection& get() { return own_ ? *own_ : *connection_; }

 private:
  std::optional<Connection> own_;
  Connection* connection_ = nullptr;
};

}  // namespace tenon
