// The parts of make_plan(), each for one concept.
#pragma once

#include <tenon/plan/obstacles.hpp>
#include <tenon/plan/phases.hpp>
#include <tenon/plan/scene.hpp>

namespace tenon::planning {

/// New tables in the order of their foreign keys; a key to a table that is not ready comes later.
void plan_new_tables(const Scene& scene, Phases& phases);

/// Tables that go, those that refer to others first, and names they hold that something new takes.
void plan_dropped_tables(const Scene& scene, Phases& phases);

/// Enum types, the rebuilt ones included. @returns the columns whose defaults it has planned.
[[nodiscard]] ColumnNames plan_enums(const Scene& scene, const std::vector<EnumRebuild>& rebuilds,
                                     const Obstacles& obstacles, Phases& phases);

/// Columns that are added, altered and dropped. `with_defaults_done` are left to plan_enums().
void plan_columns(const Scene& scene, const Obstacles& obstacles,
                  const ColumnNames& with_defaults_done, Phases& phases);

/// Constraints and indexes under other names; those that are dropped and made again need none.
void plan_key_renames(const Scene& scene, const Obstacles& obstacles, Phases& phases);

}  // namespace tenon::planning
