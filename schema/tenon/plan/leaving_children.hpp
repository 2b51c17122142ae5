// Children that leave parents whose columns get other names.
#pragma once

#include <tenon/plan/phases.hpp>
#include <tenon/plan/scene.hpp>

namespace tenon::planning {

/// What is no longer a child keeps the names of its columns, so it leaves before they change.
void leave_before_renames(const Scene& scene, Phases& phases);

}  // namespace tenon::planning
