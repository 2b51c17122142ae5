// What is called by a type that has stepped aside.
#pragma once

#include <tenon/plan/plan.hpp>

#include <vector>

namespace tenon::planning {

/// Drops routines, operators and casts by the names that they have at that time: one of a type that
/// was renamed before has the type's other name in its own.
///
/// @param actions in the order in which they run
void follow_asides(std::vector<Action>& actions);

}  // namespace tenon::planning
