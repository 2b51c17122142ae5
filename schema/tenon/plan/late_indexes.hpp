// Indexes that must not be there while tables become partitions.
#pragma once

#include <tenon/plan/phases.hpp>
#include <tenon/plan/scene.hpp>

#include <set>
#include <string>

namespace tenon::planning {

/// Moves creations of indexes behind the tables that become partitions; what is there and stays is
/// dropped before and made again.
class LateIndexes {
 public:
  /// @param phases after plan_partitions()
  LateIndexes(const Scene& scene, Phases& phases) : scene_{scene}, phases_{phases} {}

  /// @param table as it is after the plan, with `index`
  void come_after(const Table& table, const Index& index);

  /// Moves what makes indexes parts of them behind them, when everything else is planned.
  void take_parts();

 private:
  void take_from_creation(const QualifiedName& table, const std::string& index);
  void drop(const QualifiedName& table, const Index& index);

  const Scene& scene_;
  Phases& phases_;
  /// Those that were moved, by the SQL text of their names.
  std::set<std::string> done_{};
};

}  // namespace tenon::planning
