// What children keep when a parent changes.
#pragma once

#include <tenon/plan/phases.hpp>
#include <tenon/plan/scene.hpp>

namespace tenon::planning {

/// PostgreSQL does to the columns of partitions and inheriting tables whatever it does to those of
/// their parents: a new default, NULL that is allowed, where values are stored. Says again what
/// children have otherwise, after the parents' steps. (ALTER TABLE ONLY cannot: a partitioned table
/// has no constraint alone.) https://www.postgresql.org/docs/current/ddl-inherit.html
void restate_children(const Scene& scene, Phases& phases);

}  // namespace tenon::planning
