// The order and the form in which changes are made.
#pragma once

#include <tenon/diff/change.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace tenon {

/// PostgreSQL's table-level locks that DDL takes, weakest first.
/// https://www.postgresql.org/docs/current/explicit-locking.html#LOCKING-TABLES
enum class Lock { none, share_update_exclusive, share, share_row_exclusive, access_exclusive };

/// The place where a person writes the statements that move data; rendered as an empty zone.
struct Backfill {
  QualifiedName table;
  std::string column;
  /// What must hold when the zone ends, in a sentence for the comment in the file.
  std::string purpose;
};

/// Stops the migration with a sentence that names label and column while rows still hold a label
/// that is about to be removed.
struct RequireLabelsUnused {
  QualifiedName table;
  std::string column;
  bool is_array = false;
  QualifiedName type;
  std::vector<std::string> labels;
};

/// Gives a type another name until the columns of that type have gone over to its successor.
struct RenameAside {
  ObjectName object;
  QualifiedName to;
};

/// What one step does: a change as it is, or what a change needs around it.
using Action = std::variant<Change, Backfill, RequireLabelsUnused, RenameAside>;

struct Step {
  Action action;
  /// The strongest lock on a table that existed before.
  Lock lock = Lock::none;
  /// PostgreSQL writes the whole table anew.
  bool rewrites_table = false;
  /// Reads the whole table while the lock is held (a validation).
  bool scans_table = false;
  /// Rows or values of rows are gone afterwards.
  bool loses_data = false;
  /// As runs_outside_transaction() of its change.
  bool outside_transaction = false;
};

struct Plan {
  std::vector<Step> steps;
};

/// Orders `changes` by their dependencies and puts each into the form that PostgreSQL can run:
/// foreign keys after the tables they need, a NOT NULL column without default in three steps, a key
/// under a foreign key replaced together with it, names exchanged through a third.
///
/// Where a changed object holds others in place (a foreign key on a key, a check on a column whose
/// type changes), the plan drops those before and recreates them after, as `to` says them.
///
/// What partitions and inheriting tables get from their parents is left to PostgreSQL.
///
/// Indexes that are made or dropped concurrently come last, with what needs them between the
/// creations and the drops. Which of them can be, concurrent_where_possible() knows.
///
/// @param from the Model before, @param to the Model after: diff(from, to) gave `changes`.
[[nodiscard]] Plan make_plan(const Model& from, const Model& to, const Changes& changes);

/// Whether rows or values are gone after the change: what a person has to ask for by name.
[[nodiscard]] bool loses_data(const Change& change);

/// Whether PostgreSQL makes the change outside a transaction alone: an index concurrently.
[[nodiscard]] bool runs_outside_transaction(const Change& change);

/// The lock's name as PostgreSQL prints it, e.g. `ACCESS EXCLUSIVE`.
[[nodiscard]] std::string_view name_of(Lock lock);

}  // namespace tenon
