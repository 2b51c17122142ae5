// The files of a migration that mends a drifted database.
#pragma once

#include <tenon/history/reconciliation.hpp>

#include <string>
#include <vector>

namespace tenon {

/// The text of up.sql: one DO statement, which looks for the drift first and returns where anything
/// is otherwise. https://www.postgresql.org/docs/current/sql-do.html
[[nodiscard]] std::string render_up(const Reconciliation& reconciliation);

/// The text of down.sql, which does nothing and says so: no migration makes drift.
[[nodiscard]] std::string render_down(const Reconciliation& reconciliation);

/// `'new', 'met'`.
[[nodiscard]] std::string label_list(const std::vector<std::string>& labels);

/// FROM and WHERE of a query for the rows whose text is none of `labels`, as RequireLabels asks.
[[nodiscard]] std::string rows_without_label(const QualifiedName& table, const std::string& column,
                                             const std::vector<std::string>& labels);

}  // namespace tenon
