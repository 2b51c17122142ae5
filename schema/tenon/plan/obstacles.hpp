// Objects that stay as they are, but must make way for a change and come back after it.
#pragma once

#include <tenon/diff/change.hpp>

#include <set>
#include <string>
#include <utility>
#include <vector>

namespace tenon::planning {

struct Scene;
struct Phases;

/// A type whose labels change in a way for which PostgreSQL has no ALTER: it is made anew.
struct EnumRebuild {
  QualifiedName type;
  std::vector<std::string> from;
  std::vector<std::string> to;
};

/// A table and one of its columns, constraints or indexes.
using MemberName = std::pair<QualifiedName, std::string>;
using ColumnNames = std::set<MemberName>;

struct Obstacles {
  /// Computed columns that are dropped and added again although nothing about them changes.
  ColumnNames computed_columns;
  /// Constraints and indexes, by the names that they have before.
  std::set<MemberName> constraints;
  std::set<MemberName> indexes;
};

/// Finds what PostgreSQL would not let stay in place: a foreign key on a key that goes, a check, a
/// partial index or a computed column on a column that gets another type, all that names a column
/// which is made anew. Where it reads expressions it takes every word for a name, so it finds too
/// much rather than too little.
[[nodiscard]] Obstacles find_obstacles(const Scene& scene,
                                       const std::vector<EnumRebuild>& rebuilds);

/// Plans the way out and, unless its table goes, the way back of each, and the constraints and
/// indexes that do change.
void plan_keys(const Scene& scene, const Obstacles& obstacles, Phases& phases);

/// The name in the new Model of what is called `name` before: renames of constraints and indexes.
[[nodiscard]] std::string constraint_name_after(const Scene& scene, const MemberName& name);
[[nodiscard]] std::string index_name_after(const Scene& scene, const MemberName& name);

}  // namespace tenon::planning
