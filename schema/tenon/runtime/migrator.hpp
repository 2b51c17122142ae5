// Running migrations in a database, forwards and back.
#pragma once

#include <tenon/history/migration.hpp>
#include <tenon/runtime/any_connection.hpp>
#include <tenon/runtime/migrate_options.hpp>
#include <tenon/runtime/migrator_errors.hpp>

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace tenon {

/// Runs the migrations that the database does not have, oldest first, each in one transaction with
/// its row in the ledger, which is created when it is missing. A squash of migrations that have all
/// run is recorded and not run, unless it comes after `options.to`. What cannot run in a
/// transaction is a step of its own with a row of its own, and goes on there after an interruption.
/// Before anything runs, what ran before is verified. One migrator is at work in a database at a
/// time; others wait.
///
/// @param connection without an open transaction, direct: no pooler that gives each transaction
///   another session
/// @param migrations the whole chain, oldest first, as read_migrations() or the generated library
///   gives it
/// @return the ids of those that ran; none when there was nothing to do.
/// @throws LedgerError when nothing may be run: a migration was changed after it ran, a pending one
///   comes before one that ran, pending ones meet rows that nobody knows, a squash meets some of
///   what it replaces and not all, another one was interrupted on its way down, a newer Tenon wrote
///   the ledger, `migrations` is no chain or lacks `options.to`, or the first is a baseline and the
///   database, without a row, has objects of its own (stamp() records it then)
/// @throws MigrationError when one fails, Cancelled when it was stopped; the database is then at
/// the
///   revision or step before it
/// @throws RefusedError when the server is a read-only standby or the session is read-only
/// @throws LockError, ConnectionError, DatabaseError
std::vector<std::string> migrate(AnyConnection connection, std::span<const Migration> migrations,
                                 const MigrateOptions& options = {});

/// Runs the ways back, newest first, until `revision` is the last one that is left. A squash that
/// is taken back is recorded before, when it was not yet.
///
/// @param revision an id, or nothing to go back to before the first migration
/// @param options  `to` is not looked at
/// @return the ids of those that were taken back.
/// @throws as migrate(); LedgerError also when `revision` is not among those that ran, or a
/// baseline
///   that was recorded without being run would be taken back, and all that was there before it.
std::vector<std::string> down(AnyConnection connection, std::span<const Migration> migrations,
                              const std::optional<std::string>& revision,
                              const MigrateOptions& options = {});

}  // namespace tenon
