// Types and collations that are made anew under their columns.
#pragma once

#include <tenon/plan/phases.hpp>
#include <tenon/plan/rebuilds.hpp>
#include <tenon/plan/scene.hpp>

namespace tenon::planning {

/// Whether `object` is a type or a collation of columns that are there when it is made anew, or
/// part of such a type.
[[nodiscard]] bool has_columns(const Scene& scene, const Rebuilds& rebuilds,
                               const ObjectName& object);

/// Lets the old type step aside, its columns go over to the new one by way of text, and drops it.
/// The new one has to be created next.
void plan_type_rebuild(const Scene& scene, const Rebuilds& rebuilds, const Definition& before,
                       Phases& phases);

}  // namespace tenon::planning
