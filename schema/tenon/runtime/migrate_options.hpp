// How migrations are run, and what is told meanwhile.
#pragma once

#include <tenon/history/migration.hpp>
#include <tenon/runtime/migration_steps.hpp>
#include <tenon/runtime/migrator_lock.hpp>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>

namespace tenon {

/// What PostgreSQL says of an index build that is going on.
/// https://www.postgresql.org/docs/current/progress-reporting.html#CREATE-INDEX-PROGRESS-REPORTING
struct IndexBuild {
  std::string phase;
  /// Of what the phase counts, blocks or tuples or transactions waited for; 0 of 0 where it does
  /// not count.
  std::int64_t done = 0;
  std::int64_t total = 0;
  /// The process that the build waits for, 0 when it waits for none.
  std::int64_t waits_for = 0;
};

/// Something that happened while migrations run.
struct Progress {
  enum class Event {
    migration_begins,
    statement_begins,
    /// Told about once a second while a statement takes long.
    statement_goes_on,
    /// A lock was not to be had; the transaction was rolled back and will be run again.
    tries_again,
    migration_ends,
    /// A squash counts as run, because all that it replaces has run, and was recorded.
    recorded_as_replaced
  };

  Event event;
  const Migration& migration;
  Direction direction;
  /// Which of the migrations that are to be run it is, from 1, and how many these are.
  std::size_t number;
  std::size_t total;
  /// How long the migration or the statement has taken so far.
  std::chrono::microseconds elapsed{};
  /// The statement it is at; none when a migration begins or ends.
  const Statement* statement = nullptr;
  std::optional<IndexBuild> index_build{};
  /// Why it is tried again.
  std::string reason{};
};

struct MigrateOptions {
  /// The last migration to run, with all before it; empty for all.
  std::optional<std::string> to{};
  /// How long to wait for another migrator to finish.
  std::chrono::milliseconds patience = usual_patience;
  /// How long one statement may wait for a lock on a table. Everybody who comes after it waits as
  /// long, so it is short, and the migration is tried again.
  /// https://www.postgresql.org/docs/current/runtime-config-client.html#GUC-LOCK-TIMEOUT
  std::chrono::milliseconds lock_timeout{5'000};
  /// How long a concurrent index build may wait for transactions that are older than it. Nobody
  /// waits for the build meanwhile.
  std::chrono::milliseconds build_lock_timeout{600'000};
  /// How long one statement may take; 0 leaves it to the server's setting.
  std::chrono::milliseconds statement_timeout{0};
  /// How often a transaction that got no lock in time, or met a deadlock, is run before it fails.
  /// The pauses between are longer each time, and never twice the same.
  unsigned attempts = 5;
  /// Called from the thread that migrates and, while a statement takes long, from another one;
  /// never from both at once. What it throws ends the migration as a cancellation does.
  std::function<void(const Progress&)> progress{};
  /// Asks a run to stop: the statement is cancelled and its transaction rolled back.
  std::stop_token stop{};
};

}  // namespace tenon
