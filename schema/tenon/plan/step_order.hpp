// The last word on the order of steps.
#pragma once

#include <tenon/plan/dependencies.hpp>
#include <tenon/plan/plan.hpp>

#include <vector>

namespace tenon::planning {

/// Orders `actions` so that each runs when what it needs is there and what would hold it up is
/// gone, and otherwise leaves them as they are. What is in a circle stays in its place.
[[nodiscard]] std::vector<Action> in_dependency_order(std::vector<Action> actions,
                                                      const Dependencies& before,
                                                      const Dependencies& after);

}  // namespace tenon::planning
