// SQL text of what a plan does.
#pragma once

#include <tenon/plan/plan.hpp>

#include <string>
#include <vector>

namespace tenon::sql {

/// The statements of one change, in order, each ending in a semicolon and without a final newline.
/// Identifiers and literals are quoted as PostgreSQL quotes them; objects are always written with
/// their schema unless it is `public`.
[[nodiscard]] std::vector<std::string> render(const Change& change);

/// The statements of one step. A Backfill has none: its zone belongs to the file (see history).
[[nodiscard]] std::vector<std::string> render(const Action& action);

/// The statements that create all of `model` in an empty database, ordered by dependencies.
[[nodiscard]] std::vector<std::string> create_all(const Model& model);

}  // namespace tenon::sql
