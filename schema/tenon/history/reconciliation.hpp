// What mends a database that drifted: what it had otherwise when that was written, and the steps
// to what the migrations make.
#pragma once

#include <tenon/plan/plan.hpp>
#include <tenon/sql/object_state.hpp>

#include <string>
#include <variant>
#include <vector>

namespace tenon {

/// A change in the place and the form that the plan gave it.
struct PlannedChange {
  Change change;
};

/// Gives rows that have no value in a column the value of an SQL expression.
struct Fill {
  QualifiedName table;
  std::string column;
  std::string expression;
};

/// Stops the migration with a sentence that names the values of a column of texts which are none of
/// the labels that they are about to become.
struct RequireLabels {
  QualifiedName table;
  std::string column;
  QualifiedName type;
  std::vector<std::string> labels;
};

using ReconcileStep =
    std::variant<PlannedChange, Fill, RequireLabels, RequireLabelsUnused, RenameAside>;

/// A migration that leaves the model as it is, runs where a database is as `drift` says, all of it,
/// and does nothing anywhere else.
struct Reconciliation {
  std::vector<sql::ObjectState> drift;
  std::vector<ReconcileStep> steps;
};

}  // namespace tenon
