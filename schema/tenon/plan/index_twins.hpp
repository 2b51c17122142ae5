// Indexes beside a part of an index that are the same as it.
#pragma once

#include <tenon/plan/late_indexes.hpp>
#include <tenon/plan/phases.hpp>
#include <tenon/plan/scene.hpp>

namespace tenon::planning {

/// When a table becomes a partition, PostgreSQL takes the first of its indexes that is like one of
/// the parent's for a part of that, and no statement takes it back. Those that are to stay beside
/// the part go before and come after.
/// https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-ATTACH-PARTITION
///
/// @param phases after plan_partitions()
void plan_index_twins(const Scene& scene, Phases& phases, LateIndexes& late);

}  // namespace tenon::planning
