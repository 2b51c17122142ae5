// Connecting with PostgreSQL's own programs.
#pragma once

#include <string>
#include <vector>

namespace tenon {

/// What pg_dump and the like need to connect as `conninfo` says: environment variables, each
/// `NAME=value`, so that no password stands on a command line, which everybody can read.
/// https://www.postgresql.org/docs/current/libpq-envars.html
/// @param conninfo as for Connection; of a parameter that is there twice the last one counts
/// @throws ConnectionError when libpq cannot read it.
[[nodiscard]] std::vector<std::string> client_environment(const std::string& conninfo);

}  // namespace tenon
