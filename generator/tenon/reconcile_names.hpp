// What a person says on the command line of `tenon reconcile` about single objects.
#pragma once

#include <tenon/history/reconciliation.hpp>
#include <tenon/model/declarations.hpp>

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

/// Whether one of `names` is the object, in words or as a finding prints it without its kind:
/// `users` or `users.email`, `view users_by_age`.
[[nodiscard]] bool is_named(const std::vector<std::string>& names, const ObjectName& object);

}  // namespace tenon::cli
