// Partitions that leave, come, or get other bounds.
#pragma once

#include <tenon/plan/phases.hpp>
#include <tenon/plan/rebuilds.hpp>
#include <tenon/plan/scene.hpp>

#include <set>
#include <vector>

namespace tenon::planning {

/// Takes partitions away from their parents and puts them where they belong, so that no two hold
/// the same rows at any time: those that get other bounds all leave before the first one comes
/// back, and one that is dropped leaves where another may take its place, or where a foreign key
/// refers to its parent. While its parent is made anew, a child is a table of its own.
/// https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-ATTACH-PARTITION
///
/// @param phases after plan_keys(), which drops indexes
void plan_partitions(const Scene& scene, const Rebuilds& made_anew, Phases& phases);

/// The tables that `steps` take away from what they are partitions of, or bring to it.
[[nodiscard]] std::set<QualifiedName> partitions_in(const std::vector<Action>& steps);

/// The tables that become partitions while the plan runs, those that come back among them.
[[nodiscard]] std::set<QualifiedName> partitions_that_come(const Phases& phases);

/// The partitions that leave while the plan runs, those that come back among them.
[[nodiscard]] std::set<QualifiedName> partitions_away(const Phases& phases);

/// Puts parts before wholes: what becomes a partition must have indexes that are complete, or
/// PostgreSQL makes others.
///
/// @param phases when everything else is planned
void order_partitions(const Scene& scene, Phases& phases);

}  // namespace tenon::planning
