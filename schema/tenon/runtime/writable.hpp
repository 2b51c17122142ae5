// Whether anything can be written at all.
#pragma once

#include <tenon/catalog/connection.hpp>

namespace tenon {

/// @throws RefusedError when the server is a standby or the session's transactions are read-only,
///   and says which.
/// https://www.postgresql.org/docs/current/hot-standby.html
void require_writable(Connection& connection);

}  // namespace tenon
