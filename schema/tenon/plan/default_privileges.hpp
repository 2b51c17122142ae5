// Privileges that new objects get by default.
#pragma once

#include <tenon/plan/phases.hpp>
#include <tenon/plan/scene.hpp>

namespace tenon::planning {

/// Where the schema before has default privileges, what is created has them whether it should or
/// not: plans to revoke those that it should not have.
///
/// @param phases when all creations are planned
void plan_default_privileges(const Scene& scene, Phases& phases);

}  // namespace tenon::planning
