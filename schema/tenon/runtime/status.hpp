// Which migrations a database has, and which it should have.
#pragma once

#include <tenon/catalog/connection.hpp>
#include <tenon/history/migration.hpp>
#include <tenon/runtime/any_connection.hpp>
#include <tenon/runtime/ledger_rows.hpp>
#include <tenon/runtime/partly_replaced.hpp>

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace tenon {

/// A migration of which some steps have run and others not.
struct InterruptedMigration {
  std::string id;
  Direction direction;
  std::size_t steps_done = 0;
};

struct Status {
  /// The last of the migrations that the program knows; empty when it knows none.
  std::optional<std::string> expected_head;
  /// The last migration that ran, or the squash that stands for it; empty before the first.
  std::optional<std::string> current_head;
  /// The first of the known migrations when it is a baseline.
  std::optional<std::string> baseline;
  std::vector<AppliedMigration> applied;
  /// The steps of those that do not run in one transaction.
  std::vector<RecordedStep> steps;
  /// Known and not in the ledger, oldest first: a set difference, never "newer than the newest".
  std::vector<std::string> pending;
  /// In the ledger, not known and not replaced: a newer program, or another branch, was here.
  std::vector<std::string> unknown;
  /// Known or replaced, and in the ledger with another digest: the file was changed after it ran.
  std::vector<std::string> changed;
  /// Squashes that count as run, because all that they replace has run: the next run records them.
  std::vector<std::string> replaced;
  /// Squashes that are pending although some of what they replace has run: nothing can be run.
  std::vector<PartlyReplaced> partly_replaced;
  /// It began and did not end: up or down, whichever it was, goes on with it.
  std::optional<InterruptedMigration> interrupted;

  /// The row of a step; null when it never began.
  [[nodiscard]] const RecordedStep* recorded(const std::string& migration, Direction direction,
                                             const MigrationStep& step) const;

  /// The step began and came to its end.
  [[nodiscard]] bool has_run(const std::string& migration, Direction direction,
                             const MigrationStep& step) const;

  /// Nothing is to be done and nothing is wrong.
  [[nodiscard]] bool is_current() const {
    return pending.empty() && unknown.empty() && changed.empty() && !interrupted;
  }
};

/// Compares the ledger with `migrations`, oldest first, in two round trips. It takes no lock and
/// writes nothing; a database without a ledger is one in which nothing ran.
/// @throws LedgerError when a newer Tenon wrote the ledger; DatabaseError, ConnectionError;
/// SqlError
///   when a migration's text cannot be scanned.
[[nodiscard]] Status status(AnyConnection connection, std::span<const Migration> migrations);

}  // namespace tenon
