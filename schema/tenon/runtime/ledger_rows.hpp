// Reading and writing the ledger.
#pragma once

#include <tenon/catalog/connection.hpp>
#include <tenon/history/migration.hpp>
#include <tenon/runtime/migration_steps.hpp>

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace tenon {

/// The duration of a migration that is recorded without being run.
inline constexpr std::chrono::microseconds not_run{0};

/// A row of the ledger.
struct AppliedMigration {
  std::string id;
  std::optional<std::string> parent;
  std::size_t position = 0;
  std::string digest;
  std::string model_digest;
  /// As PostgreSQL prints a timestamptz in UTC, in ISO 8601: `2026-02-03T04:05:06.789Z`.
  std::string applied_at;
  std::chrono::microseconds duration{};
  std::string applied_by;
  std::string tenon_version;

  /// It was recorded by stamp(); what runs takes some time.
  [[nodiscard]] bool is_stamped() const { return duration == not_run; }
};

/// A step of a migration that does not run in one transaction.
struct RecordedStep {
  std::string migration;
  Direction direction;
  /// Its place in the file, from 1.
  std::size_t number = 0;
  std::string digest;
  /// When it began, as in AppliedMigration.
  std::string started_at;
  /// Empty when it was begun and its end was never seen.
  std::optional<std::chrono::microseconds> duration;
  std::string applied_by;
  std::string tenon_version;
};

/// All rows.
struct Ledger {
  /// In the order of their positions.
  std::vector<AppliedMigration> migrations;
  /// In the order in which they run; a step that runs in a transaction is recorded with it.
  std::vector<RecordedStep> steps;
};

/// The PostgreSQL schema of the ledger, which is no part of what is migrated.
inline constexpr const char* ledger_schema = "tenon";

/// Reads the ledger as it is, an older one too, in at most two round trips; one that is not there
/// has no rows. Takes no lock and writes nothing.
/// @throws LedgerError when a newer Tenon wrote it; DatabaseError, also where row level security
///   would hide rows.
[[nodiscard]] Ledger read_ledger(Connection& connection);

/// The position of a row behind all others.
/// @param rows all that there are, in the order of their positions
[[nodiscard]] std::size_t position_behind(const std::vector<AppliedMigration>& rows);

/// Adds the row of a migration, in the transaction that ran it or the last of its steps.
/// @param position the one that is next: whoever has the lock of the migrators knows it
/// @param transaction the id of the only transaction in which it is to be added
/// @return whether it was added: not when the connection is in another transaction, or in none.
bool record(Connection& connection, const Migration& migration, std::size_t position,
            std::chrono::microseconds duration,
            const std::optional<std::string>& transaction = std::nullopt);

/// Takes the rows of a migration, of its steps and of all that it replaces away, in the transaction
/// that ran the last of its way back.
void forget(Connection& connection, const Migration& migration);

/// Says that a step begins; one that was begun before begins again.
void record_begin(Connection& connection, const Migration& migration, Direction direction,
                  const MigrationStep& step);

/// Says that a step that began has run.
void record_end(Connection& connection, const Migration& migration, Direction direction,
                const MigrationStep& step, std::chrono::microseconds duration);

}  // namespace tenon
