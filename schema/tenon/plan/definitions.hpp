// Definitions and properties in a plan.
#pragma once

#include <tenon/plan/rebuilds.hpp>

namespace tenon::planning {

/// Definitions that are created, dropped, replaced or made anew, and properties.
void plan_definitions(const Scene& scene, const Rebuilds& rebuilds, Phases& phases);

/// Whether a change is about an object that is made anew, which takes it along.
[[nodiscard]] bool is_of_rebuilt(const Change& change, const Rebuilds& rebuilds);

}  // namespace tenon::planning
