// How single objects are named on the command line: what a person says, and what is advised.
#pragma once

#include <tenon/diff/change.hpp>
#include <tenon/history/reconciliation.hpp>
#include <tenon/model/declarations.hpp>

#include <span>
#include <string>
#include <vector>

namespace tenon::cli {

/// Each of `texts` as a rename: `buddies=matches` of a table or an enum type, and
/// `buddies.since=matched_at` of a column, by the names that the database has before any of them.
/// Names are written as in SQL, with their schema where it is not public.
/// @throws UsageError for a text of another form, for an old name that the database does not have
///   and a new one that is not expected or is there already.
[[nodiscard]] std::vector<Rename> renames_of(const std::vector<std::string>& texts,
                                             const Model& seen, const Model& expected);

/// Each of `texts` as the value of a column's rows that have none: `users.locale='en'`, by the
/// names that are expected.
/// @throws UsageError for a text of another form, a column that is not expected, and what is no SQL
///   expression.
[[nodiscard]] std::vector<Fill> fills_of(const std::vector<std::string>& texts,
                                         const Model& expected);

/// The option that renames_of() reads as `gone` becoming `come`, as a shell takes it.
/// @param changes the renames among them are made already in `gone` and `come`
[[nodiscard]] std::string rename_option(const ObjectName& gone, const ObjectName& come,
                                        std::span<const Change> changes);

/// Whether one of `names` is the object, in words or as SQL names it: `users` or `users.email`,
/// `view users_by_age`. A table or a column also as a finding prints it without its kind.
[[nodiscard]] bool is_named(const std::vector<std::string>& names, const ObjectName& object);

/// A name of the object that is_named() knows: `auth."Legacy"`, `view users_by_age`.
[[nodiscard]] std::string allowed_name(const ObjectName& object);

/// The parts of a list with commas between them, which may stand in quoted names.
[[nodiscard]] std::vector<std::string> listed_names(const std::string& list);

}  // namespace tenon::cli
