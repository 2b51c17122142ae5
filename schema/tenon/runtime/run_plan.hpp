// What is to be run, once everything that must hold before does.
#pragma once

#include <tenon/history/migration.hpp>
#include <tenon/runtime/any_connection.hpp>
#include <tenon/runtime/migrator_errors.hpp>
#include <tenon/runtime/pending.hpp>
#include <tenon/runtime/status.hpp>

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace tenon {

struct RunPlan {
  /// What the database is at.
  Status before;
  /// In the order in which they run; they point into the migrations that were given.
  std::vector<const Migration*> planned;
  /// Squashes that are recorded before, because all that they replace has run; oldest first. On the
  /// way back those that are taken back, so that an interruption finds the row of what it is about.
  std::vector<const Migration*> recorded;
};

/// What migrate() would run now. Nothing is run or written, and no lock is taken.
/// @param to the last migration to run; empty for all
/// @throws LedgerError, ConnectionError, DatabaseError as migrate()
[[nodiscard]] RunPlan plan_up(AnyConnection connection, std::span<const Migration> migrations,
                              const std::optional<std::string>& to = {});

/// What down() would run now.
/// @param revision the last migration that stays; empty to go back to before the first
[[nodiscard]] RunPlan plan_down(AnyConnection connection, std::span<const Migration> migrations,
                                const std::optional<std::string>& revision);

}  // namespace tenon
