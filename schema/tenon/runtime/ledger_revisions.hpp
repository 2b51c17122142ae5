// The ledger has migrations of its own.
#pragma once

#include <tenon/catalog/connection.hpp>

#include <string>
#include <vector>

namespace tenon {

/// Which tables of the ledger a database has: an older ledger has fewer.
struct LedgerTables {
  bool migrations = false;
  bool steps = false;
  bool revisions = false;
};

/// Asks in one round trip.
[[nodiscard]] LedgerTables tables_of_ledger(Connection& connection);

/// @param revisions the ids of the ledger's migrations that a database has
/// @throws LedgerError when this program does not know one of them: a newer Tenon was here.
void require_known_revisions(const std::vector<std::string>& revisions);

/// Creates the ledger, or brings an older one up to date, in the transaction that `connection` is
/// in. Call it while holding the migrator's lock.
/// @throws LedgerError as require_known_revisions(); DatabaseError, which says what to grant where
///   the role may not create it.
void bring_ledger_up_to_date(Connection& connection);

}  // namespace tenon
