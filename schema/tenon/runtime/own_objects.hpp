// Whether a database is empty.
#pragma once

#include <tenon/catalog/connection.hpp>

#include <string>
#include <vector>

namespace tenon {

/// What lives in a PostgreSQL schema of the database (tables, types, views, functions, …) besides
/// the ledger and what belongs to extensions, in words: `table users`. An empty database may well
/// have extensions, privileges and schemas; whoever made it prepared it with them.
/// @param connection without an open transaction
/// @throws DatabaseError, ConnectionError
[[nodiscard]] std::vector<std::string> own_objects(Connection& connection);

}  // namespace tenon
