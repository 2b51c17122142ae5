// Sequences that are logged or not otherwise than the table that owns them.
#pragma once

#include <tenon/plan/phases.hpp>
#include <tenon/plan/scene.hpp>

namespace tenon::planning {

/// Says again what a sequence shall be where the table that owns it becomes the other: since
/// PostgreSQL 15, ALTER TABLE … SET LOGGED or UNLOGGED takes the sequences along.
/// https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-SET-LOGGED-UNLOGGED
///
/// @param phases after plan_definitions(), which plans the sequences that change by themselves
void plan_sequence_persistence(const Scene& scene, Phases& phases);

}  // namespace tenon::planning
