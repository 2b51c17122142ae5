// Writing the migration that mends a database.
#pragma once

#include <tenon/history/author.hpp>
#include <tenon/history/fold.hpp>
#include <tenon/history/migration.hpp>

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace tenon {

/// The steps that make `changes`, in the order and the form of a plan: texts that become labels are
/// checked first, and rows get the values that `fills` say where a column has to have one.
/// @param seen the Model of the database, as PostgreSQL prints it
/// @throws ApplyError when a change does not fit, as where another one is missing that it needs.
[[nodiscard]] std::vector<ReconcileStep> reconcile_steps(const Model& seen, const Changes& changes,
                                                         std::span<const Fill> fills);

/// `changes` such that they can be made in one transaction: where labels are added to an enum type
/// and other things change as well, the type is made anew, because PostgreSQL lets a new label be
/// used only after the transaction that added it.
/// https://www.postgresql.org/docs/current/sql-altertype.html
[[nodiscard]] Changes in_one_transaction(const Model& seen, Changes changes);

/// What the steps lose, rows or values, by the names before them.
[[nodiscard]] std::vector<Loss> losses_of(const Reconciliation& reconciliation);

/// The migration after the last one, which leaves the model of `head` as it is. What its steps lose
/// is taken for acknowledged.
/// @param date   the first part of its id, `YYYYMMDD`
/// @param parent the id of the last migration
/// @param slug   the last part of its id
[[nodiscard]] Migration write_reconciliation(Reconciliation reconciliation, const Head& head,
                                             const std::string& date,
                                             const std::optional<std::string>& parent,
                                             const std::string& slug);

}  // namespace tenon
