// Connecting with PostgreSQL's own programs.
#pragma once

#include <string>
#include <vector>

namespace tenon {

/// What pg_dump and the like need to connect as a connection string says. What it says stands on
/// the command line, where it is stronger than PGSERVICE and its like; everybody can read that, so
/// that the password is in the environment.
struct ClientConnection {
  /// For `--dbname`: keywords and values; empty when the string says nothing else.
  std::string parameters;
  /// Variables, each `NAME=value`.
  std::vector<std::string> environment;
};

/// @param conninfo as for Connection; of a parameter that is there twice the last one counts
/// @throws ConnectionError when libpq cannot read it.
/// https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING
[[nodiscard]] ClientConnection client_connection(const std::string& conninfo);

}  // namespace tenon
