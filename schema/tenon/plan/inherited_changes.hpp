// Changes that a table has from its parents come with the parents' own.
#pragma once

#include <tenon/diff/change.hpp>
#include <tenon/plan/obstacles.hpp>
#include <tenon/plan/scene.hpp>

namespace tenon::planning {

/// `changes` without what PostgreSQL does to partitions and inheriting tables by itself when it
/// does it to a parent: new columns, other names and types, what is dropped. What is a child in one
/// of the Models only has its own changes. https://www.postgresql.org/docs/current/ddl-inherit.html
/// @param before the Model before, with the names of the Model after.
[[nodiscard]] Changes without_inherited_changes(Changes changes, const Model& before,
                                                const Model& to);

/// Whether a column gets another type with that of a parent: PostgreSQL refuses to give it one by
/// itself.
[[nodiscard]] bool takes_type_from_parent(const Scene& scene, const MemberName& column);

}  // namespace tenon::planning
