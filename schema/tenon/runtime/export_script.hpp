// For those who may run nothing but SQL.
#pragma once

#include <tenon/history/migration.hpp>

#include <span>
#include <string>

namespace tenon {

/// One script that brings any database to the head: each migration runs in a transaction, and only
/// where the ledger lacks it; run again, it does nothing. It keeps the ledger, refuses what
/// migrate() refuses of a changed migration, and takes the migrator's lock. psql runs it (-v
/// ON_ERROR_STOP=1); without steps that run in no transaction any other client does.
/// @param migrations the whole chain, oldest first
/// @throws LedgerError when they are no chain; MigrationError when one cannot be read as SQL.
[[nodiscard]] std::string export_script(std::span<const Migration> migrations);

}  // namespace tenon
