// What pg_dump, which knows nothing of Tenon, says of a schema.
#pragma once

#include <tenon/testing/scratch_server.hpp>

#include <string>
#include <vector>

namespace tenon::testing {

/// `pg_dump --schema-only` of a database, a statement an element and sorted, without comments,
/// settings, owners and the ledger. Privileges are in it, and the order of columns.
/// https://www.postgresql.org/docs/current/app-pgdump.html
/// @throws ServerError when there is no pg_dump, or it fails.
[[nodiscard]] std::vector<std::string> dump_schema(const ScratchServer& server,
                                                   const ScratchDatabase& database);

}  // namespace tenon::testing
