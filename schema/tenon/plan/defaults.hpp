// Defaults that make way for what they need, and come back.
#pragma once

#include <tenon/plan/obstacles.hpp>
#include <tenon/plan/phases.hpp>
#include <tenon/plan/scene.hpp>

#include <optional>
#include <string>

namespace tenon::planning {

/// Plans to drop the default that the column has before, if any, and to set the one that it shall
/// have.
void plan_default(const MemberName& column, const std::optional<std::string>& before,
                  const std::optional<std::string>& after, Phases& phases);

/// The same for those of `columns` that stay and are not among `defaults_done`, to which it adds
/// them.
void plan_defaults(const Scene& scene, const ColumnNames& columns, ColumnNames& defaults_done,
                   Phases& phases);

}  // namespace tenon::planning
