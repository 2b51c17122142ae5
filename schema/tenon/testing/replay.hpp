// The schema that migrations make, as PostgreSQL sees it.
#pragma once

#include <tenon/history/migration.hpp>
#include <tenon/runtime/expected_catalog.hpp>
#include <tenon/testing/scratch_server.hpp>

#include <span>

namespace tenon::testing {

/// Runs all migrations in an empty database of `server`, as the migrator runs them, and reads its
/// catalog. Roles that they name are made on a server of our own.
/// @throws MigrationError when one fails; LedgerError, DatabaseError, ConnectionError.
[[nodiscard]] ExpectedCatalog replay(std::span<const Migration> migrations, ScratchServer& server);

}  // namespace tenon::testing
