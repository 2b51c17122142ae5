// Tables that become logged or unlogged.
#pragma once

#include <tenon/plan/phases.hpp>
#include <tenon/plan/scene.hpp>

namespace tenon::planning {

/// A logged table must not refer to an unlogged one at any time: foreign keys that go, go first;
/// tables become logged after those that they refer to, and unlogged before them.
/// https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-SET-LOGGED-UNLOGGED
///
/// @param phases after plan_keys() and plan_dropped_tables(), which drop foreign keys
void plan_table_persistence(const Scene& scene, Phases& phases);

}  // namespace tenon::planning
