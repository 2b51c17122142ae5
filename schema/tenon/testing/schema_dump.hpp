// What pg_dump, which knows nothing of Tenon, says of a schema.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace tenon::testing {

/// An entry of a dump: an object, or what is said of one.
struct DumpEntry {
  /// Without the statement that gives it to its owner.
  std::string sql;
  /// As SQL; empty for what belongs to another object.
  std::string owner;
};

/// The entries by what pg_dump calls them: `table public.orders`, `comment public.COLUMN
/// orders.id`. Their order in the dump does not count.
using SchemaDump = std::map<std::string, DumpEntry>;

/// The lines of `text` without their ends.
[[nodiscard]] std::vector<std::string_view> lines_of(std::string_view text);

/// Takes the output of pg_dump apart.
/// @throws ServerError when it is not whole.
[[nodiscard]] SchemaDump read_dump(std::string_view text);

/// Runs `pg_dump --schema-only`. Privileges are in it, and the order of columns. No password is on
/// its command line. https://www.postgresql.org/docs/current/app-pgdump.html
/// @param major that of the server
/// @param left_out names of tables as SQL, of which nothing is dumped
/// @param left_out_schemas the same of PostgreSQL schemas
/// @throws ServerError when there is no pg_dump of that version, or it fails.
[[nodiscard]] SchemaDump dump_schema(const std::string& url, int major,
                                     const std::vector<std::string>& left_out,
                                     const std::vector<std::string>& left_out_schemas);

}  // namespace tenon::testing
