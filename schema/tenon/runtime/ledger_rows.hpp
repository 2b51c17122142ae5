// Reading and writing the ledger.
#pragma once

#include <tenon/catalog/connection.hpp>
#include <tenon/history/migration.hpp>

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

/// The PostgreSQL schema of the ledger, which is no part of what is migrated.
inline constexpr const char* ledger_schema = "tenon";

/// Creates the ledger unless it is there. Call it while holding the migrator's lock.
void create_ledger(Connection& connection);

/// The rows in the order of their positions; none when there is no ledger.
[[nodiscard]] std::vector<AppliedMigration> read_ledger(Connection& connection);

/// Adds the row of a migration, in the transaction that ran it.
void record(Connection& connection, const Migration& migration, std::size_t position,
            std::chrono::microseconds duration);

/// Takes the row of a migration away, in the transaction that ran its way back.
void forget(Connection& connection, const std::string& id);

}  // namespace tenon
