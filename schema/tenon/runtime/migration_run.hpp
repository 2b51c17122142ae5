// One migration: its steps, each recorded with what it did.
#pragma once

#include <tenon/catalog/connection.hpp>
#include <tenon/history/migration.hpp>
#include <tenon/runtime/migrate_options.hpp>
#include <tenon/runtime/migration_steps.hpp>
#include <tenon/runtime/migrator_errors.hpp>
#include <tenon/runtime/status.hpp>
#include <tenon/runtime/step_run.hpp>

#include <chrono>
#include <cstddef>

namespace tenon {

class StatementWatch;

/// Runs one step without a ledger, in a transaction of its own with the search path `public` if it
/// can be in one.
/// @param step one of steps_of(migration, direction)
/// @param connection without an open transaction
/// @param execute how a statement is run there
/// @throws MigrationError after the transaction was rolled back; ConnectionError.
void run_step(Connection& connection, const Migration& migration, Direction direction,
              const MigrationStep& step, const StepRun::Execute& execute);
/// The same by Connection::execute().
void run_step(Connection& connection, const Migration& migration, Direction direction,
              const MigrationStep& step);

/// What is to be run, and its place.
struct MigrationRun {
  const Migration& migration;
  Direction direction;
  /// Which of those that are to be run it is, from 1, and how many these are.
  std::size_t number;
  std::size_t total;
  /// Of its row in the ledger, on the way up.
  std::size_t position;
};

/// Runs the steps of one direction that have not run, and writes or removes the ledger's rows: all
/// in one transaction where it can be; otherwise each step is recorded by itself, so that an
/// interrupted migration goes on where it was. A transaction that gets no lock in time or meets a
/// deadlock is run again.
/// @param before  the ledger as it was read under the lock
/// @return the time that it took.
/// @throws MigrationError after the transaction was rolled back; Cancelled; ConnectionError, which
///   says at which statement.
std::chrono::microseconds run_migration(Connection& connection, const MigrationRun& run,
                                        const Status& before, const MigrateOptions& options,
                                        StatementWatch& watch);

}  // namespace tenon
