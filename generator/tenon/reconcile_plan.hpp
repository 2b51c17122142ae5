// Which differences of a database a migration mends, and which are left to a person.
#pragma once

#include <tenon/diff/rename_candidates.hpp>
#include <tenon/model/declarations.hpp>
#include <tenon/runtime/catalog_findings.hpp>
#include <tenon/runtime/verify.hpp>

#include <optional>
#include <string>
#include <vector>

namespace tenon::cli {

/// What a person has decided.
struct ReconcileDecisions {
  Intents intents;
  /// Objects that may be dropped with what is in them, by their names.
  std::vector<std::string> allowed;
  std::vector<IgnoredObject> ignored;
};

/// A difference that is left as it is.
struct LeftAsIs {
  enum class Why {
    /// It is in the database alone, and what is in it would be gone.
    only_in_database,
    /// Another type, or another way of being filled, loses values.
    loses_values,
    /// A constraint or an index of a column that stays.
    belongs_to_what_stays,
    /// No condition in SQL tells whether it is so.
    not_told_apart,
    /// No Model can have it.
    unmodelled
  };

  Why why = Why::only_in_database;
  std::string object;
  /// What the difference is, and the statements that would mend it.
  std::string difference;
  std::vector<std::string> sql;
  /// Nothing for what no Model can have.
  std::optional<Change> change{};
};

struct ReconcilePlan {
  /// diff() of both sides with the declared renames, without what stays and what is ignored.
  Changes changes;
  std::vector<LeftAsIs> stays;
  /// What stays and may be what is new, under another name: a person has to say.
  std::vector<RenameCandidate> undecided;
  std::vector<std::string> notes;
};

/// @param seen, expected both as PostgreSQL prints them
[[nodiscard]] ReconcilePlan plan_reconciliation(const Model& seen, const Model& expected,
                                                const ReconcileDecisions& decisions);

/// Whether `finding` is the difference that was left: the same is otherwise with the same object.
/// The words of it may be other ones, because what else is mended may be printed in them.
[[nodiscard]] bool is_left(const CatalogFinding& finding, const LeftAsIs& left);

/// Moves one of plan.changes to what stays.
void leave(ReconcilePlan& plan, std::size_t change, LeftAsIs::Why why);

}  // namespace tenon::cli
