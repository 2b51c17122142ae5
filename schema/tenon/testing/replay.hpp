// The schema that migrations make, as PostgreSQL sees it.
#pragma once

#include <tenon/catalog/connection.hpp>
#include <tenon/history/migration.hpp>
#include <tenon/runtime/expected_catalog.hpp>
#include <tenon/testing/scratch_server.hpp>

#include <span>

namespace tenon::testing {

/// Runs all migrations in an empty database of `server`, as the migrator runs them, and reads its
/// catalog. Roles that they name are made on a server of our own.
/// @throws MigrationError when one fails; LedgerError, DatabaseError, ConnectionError.
[[nodiscard]] ExpectedCatalog replay(std::span<const Migration> migrations, ScratchServer& server);

/// The catalog of a database in which all of `migrations` have run, as replay() returns it.
/// @throws DatabaseError, ConnectionError
[[nodiscard]] ExpectedCatalog read_expected_catalog(Connection& connection,
                                                    std::span<const Migration> migrations);

}  // namespace tenon::testing
