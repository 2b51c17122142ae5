// For applications that already have a libpqxx connection.
#pragma once

#include <pqxx/connection>

#include <tenon/catalog/connection.hpp>

namespace tenon {

/// Makes a Connection of `connection`, which must outlive it and have no transaction object open
/// while the Connection is used. It is not closed at the end.
[[nodiscard]] Connection borrow(pqxx::connection& connection);

}  // namespace tenon
