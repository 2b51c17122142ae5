// Tables that need what needs them.
#pragma once

#include <tenon/plan/dependencies.hpp>
#include <tenon/plan/plan.hpp>

#include <vector>

namespace tenon::planning {

/// Takes defaults, checks, indexes and computed columns out of CREATE TABLE and DROP TABLE where
/// they use something that needs the table itself, such as a function of its rows; they become
/// steps of their own.
[[nodiscard]] std::vector<Action> without_circles(std::vector<Action> actions,
                                                  const Dependencies& before,
                                                  const Dependencies& after);

}  // namespace tenon::planning
