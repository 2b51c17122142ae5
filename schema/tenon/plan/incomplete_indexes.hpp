// Indexes of partitioned tables of which some partition has no part.
#pragma once

#include <tenon/plan/late_indexes.hpp>
#include <tenon/plan/phases.hpp>
#include <tenon/plan/scene.hpp>

namespace tenon::planning {

/// CREATE INDEX ON ONLY leaves an index without parts, which is invalid until each partition has
/// one. A table that becomes a partition gets one for every index that the parent has, so that what
/// is to stay incomplete comes after, and its parts become parts then. A part goes only with the
/// whole, which is made again without it.
/// https://www.postgresql.org/docs/current/ddl-partitioning.html#DDL-PARTITIONING-DECLARATIVE-MAINTENANCE
///
/// @param phases after plan_partitions()
void plan_incomplete_indexes(const Scene& scene, const Phases& phases, LateIndexes& late);

}  // namespace tenon::planning
