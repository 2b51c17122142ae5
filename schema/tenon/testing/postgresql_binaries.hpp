// Where initdb and postgres are installed.
#pragma once

#include <filesystem>
#include <string>

namespace tenon::testing {

struct PostgresqlBinaries {
  std::filesystem::path initdb;
  std::filesystem::path postgres;
};

/// Looks in TENON_POSTGRESQL_BIN and, when that is not set, in the folder that pg_config names, in
/// the newest /usr/lib/postgresql/*/bin (Debian), in the newest /usr/pgsql-*/bin (Red Hat) and on
/// PATH, in this order.
/// @param major goes before all but TENON_POSTGRESQL_BIN when that version is in a folder of its
///   own; 0 for any
/// @throws ServerError that says where it has looked.
[[nodiscard]] PostgresqlBinaries find_postgresql_binaries(int major = 0);

/// pg_dump of the version `major` or a later one, as pg_dump asks for: beside the server's programs
/// or on PATH.
/// @throws ServerError that says where it has looked.
[[nodiscard]] std::filesystem::path find_pg_dump(int major);

/// What `program` with `argument` prints, without the final newline; empty when it fails.
[[nodiscard]] std::string output_of(const std::filesystem::path& program,
                                    const std::string& argument);

}  // namespace tenon::testing
