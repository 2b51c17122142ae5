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
  /// @param conninfo as for Connection. It is opened by what it is given to, which says in its own
  ///   way that this failed.
  AnyConnection(std::string conninfo) : conninfo_{std::move(conninfo)} {}
  AnyConnection(const char* conninfo) : conninfo_{conninfo} {}
  // NOLINTEND(google-explicit-constructor)

  /// @throws ConnectionError where it is to be opened and cannot be.
  [[nodiscard]] Connection& get() {
    if (conninfo_ && !own_) own_.emplace(*conninfo_);
    return own_ ? *own_ : *connection_;
  }

 private:
  std::optional<std::string> conninfo_;
  std::optional<Connection> own_;
  Connection* connection_ = nullptr;
};

}  // namespace tenon
