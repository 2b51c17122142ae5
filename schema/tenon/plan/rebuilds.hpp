// What is dropped and created again although nothing about it changes, or because it cannot be
// replaced in place.
#pragma once

#include <tenon/plan/dependencies.hpp>
#include <tenon/plan/obstacles.hpp>

#include <map>
#include <set>

namespace tenon::planning {

struct Rebuilds {
  /// Definitions that are dropped and created.
  std::set<ObjectName> definitions;
  /// Columns whose default is dropped and set again.
  ColumnNames defaults;
  /// Columns of a type that is made anew.
  ColumnNames columns;
  /// Partitions and inheriting tables whose parent is made anew.
  std::set<QualifiedName> children;
};

/// Follows from what changes, in the Model before, to all that uses it and that PostgreSQL would
/// not let stay; adds the constraints, indexes and computed columns among them to `obstacles`.
[[nodiscard]] Rebuilds find_definition_rebuilds(const Scene& scene, const Dependencies& before,
                                                const std::vector<EnumRebuild>& enums,
                                                Obstacles& obstacles);

/// Whether definitions of that kind are types that columns can have.
[[nodiscard]] bool is_type(ObjectKind kind);

/// Whether CREATE OR REPLACE, or ALTER, leads from one to the other.
[[nodiscard]] bool can_replace(const Definition& from, const Definition& to);

}  // namespace tenon::planning
