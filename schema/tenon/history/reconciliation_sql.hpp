// The files of a migration that mends a drifted database.
#pragma once

#include <tenon/history/reconciliation.hpp>

#include <string>

namespace tenon {

/// The text of up.sql: one DO statement, which looks for the drift first and returns where anything
/// is otherwise. https://www.postgresql.org/docs/current/sql-do.html
[[nodiscard]] std::string render_up(const Reconciliation& reconciliation);

/// The text of down.sql, which does nothing and says so: no migration makes drift.
[[nodiscard]] std::string render_down(const Reconciliation& reconciliation);

}  // namespace tenon
