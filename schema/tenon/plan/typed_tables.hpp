// Tables of a type.
#pragma once

#include <tenon/plan/phases.hpp>
#include <tenon/plan/rebuilds.hpp>
#include <tenon/plan/scene.hpp>

namespace tenon::planning {

/// Makes tables of a composite type that changes tables of their own for that time: they get and
/// lose columns by themselves, and are of the type again when both are the same.
/// https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-OF
void plan_typed_tables(const Scene& scene, const Rebuilds& made_anew, Phases& phases);

}  // namespace tenon::planning
