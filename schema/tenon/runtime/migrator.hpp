// Running migrations in a database, forwards and back.
#pragma once

#include <tenon/catalog/connection.hpp>
#include <tenon/history/migration.hpp>
#include <tenon/runtime/migration_run.hpp>
#include <tenon/runtime/migrator_errors.hpp>
#include <tenon/runtime/migrator_lock.hpp>
#include <tenon/runtime/status.hpp>

#include <chrono>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace tenon {

/// Told once before a migration runs and once after.
struct Progress {
  const Migration& migration;
  Direction direction;
  /// Which of those that are to be run it is, from 1, and how many these are.
  std::size_t number;
  std::size_t total;
  /// Empty before it runs.
  std::optional<std::chrono::microseconds> duration;
};

struct MigratorOptions {
  /// How long to wait for another migrator to finish.
  std::chrono::milliseconds patience = usual_patience;
  /// How long one statement may wait for a lock on a table. Everybody who comes after it waits as
  /// long, so it is short, and the migration is tried again.
  /// https://www.postgresql.org/docs/current/runtime-config-client.html#GUC-LOCK-TIMEOUT
  std::chrono::milliseconds lock_timeout{5'000};
  /// How often a migration that got no lock in time, or met a deadlock, is run before it fails.
  unsigned attempts = 5;
  std::function<void(const Progress&)> progress;
};

/// Runs the migrations that the database does not have, oldest first, each in one transaction with
/// its row in the ledger, which is created when it is missing. Before anything runs, what ran
/// before is verified.
///
/// @param connection without an open transaction
/// @param migrations the whole chain, oldest first, as read_migrations() or the generated library
///   gives it
/// @return the ids of those that ran; none when there was nothing to do.
/// @throws LedgerError when nothing may be run: a migration was changed after it ran, a pending one
///   comes before one that ran, pending ones meet rows that nobody knows, `migrations` is no chain,
///   or the first is a baseline and the database, without a row, has objects of its own (stamp()
///   records it then)
/// @throws MigrationError when one fails; the database is then at the revision before it
/// @throws LockError, ConnectionError, DatabaseError
std::vector<std::string> up(Connection& connection, std::span<const Migration> migrations,
                            const MigratorOptions& options = {});

/// Runs the ways back, newest first, until `revision` is the last one that is left.
///
/// @param revision an id, or nothing to go back to before the first migration
/// @return the ids of those that were taken back.
/// @throws as up(); LedgerError also when `revision` is not among those that ran, or a baseline
/// that
///   was recorded without being run would be taken back, and all that was there before it.
std::vector<std::string> down(Connection& connection, std::span<const Migration> migrations,
                              const std::optional<std::string>& revision,
                              const MigratorOptions& options = {});

}  // namespace tenon
