// What every part of a plan sees.
#pragma once

#include <tenon/diff/change.hpp>
#include <tenon/diff/parents.hpp>
#include <tenon/plan/names.hpp>

#include <map>
#include <set>
#include <string>
#include <vector>

namespace tenon::planning {

/// Two Models and the changes that lead from one to the other, with what several parts of a plan
/// ask of them.
struct Scene {
  /// Refers to all of them, so that they have to outlive it.
  Scene(const Model& model_before, const Model& model_after, const Changes& all_changes,
        FreeNames& names);

  /// The Model before, with the renames of tables, types, labels and columns made.
  const Model& before;
  const Model& to;
  const Changes& changes;
  FreeNames& free_names;

  Parents parents_before;
  Parents parents_after;
  /// As parents_in_both() has them.
  Parents parents_throughout;
  /// The tables below each one, by the SQL text of its name, as parents_throughout has them.
  std::map<std::string, std::vector<QualifiedName>> descendants;

  std::set<QualifiedName> created_tables;
  /// Those that come back under the same name as well.
  std::set<QualifiedName> dropped_tables;
  /// The same by the SQL text of their names, as properties have them.
  std::set<std::string> dropped_table_texts;
};

/// `table` and its descendants, which follow what happens to its columns.
[[nodiscard]] std::vector<QualifiedName> with_descendants(const Scene& scene,
                                                          const QualifiedName& table);

/// Whether a table that goes is one of those that `parents` or ancestors name.
[[nodiscard]] bool drops_one_of(const Scene& scene, const std::vector<std::string>& parents);

}  // namespace tenon::planning
