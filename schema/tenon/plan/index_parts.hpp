// What a table says of its indexes: one is the order of CLUSTER, one is a part of another.
#pragma once

#include <tenon/plan/phases.hpp>
#include <tenon/plan/scene.hpp>

namespace tenon::planning {

/// The parts of an index that is dropped go with it: takes their own drops out of the plan. What is
/// said of an index that is made anew is said again.
///
/// @param phases after plan_keys(), plan_partitions() and all that makes indexes late
void plan_index_parts(const Scene& scene, Phases& phases);

}  // namespace tenon::planning
