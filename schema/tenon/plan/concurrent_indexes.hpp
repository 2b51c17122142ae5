// Indexes that are made and dropped outside a transaction.
#pragma once

#include <tenon/plan/phases.hpp>
#include <tenon/plan/scene.hpp>

namespace tenon::planning {

/// Moves the creations and drops of indexes that are made concurrently, and what has to follow
/// them, from the phases where they are to those at the end.
///
/// An index that is made anew is built under a free name beside the old one. Then they exchange
/// their places in one transaction, and the old one is dropped: there is no moment without it, nor
/// without a replica identity that uses it.
void plan_concurrent_indexes(const Scene& scene, Phases& phases);

}  // namespace tenon::planning
