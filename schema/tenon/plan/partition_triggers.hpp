// Partitions that fire a trigger of their parent or not.
#pragma once

#include <tenon/plan/phases.hpp>
#include <tenon/plan/scene.hpp>

namespace tenon::planning {

/// Says at the end which partitions fire a trigger otherwise than their parents do: what changes,
/// and what a trigger that is made anew, a partition that moves or a parent that fires otherwise
/// makes PostgreSQL forget.
/// https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-DISABLE-ENABLE-TRIGGER
///
/// @param phases after plan_definitions() and plan_partitions()
void plan_partition_triggers(const Scene& scene, Phases& phases);

}  // namespace tenon::planning
