#include <tenon/model/lookup.hpp>
#include <tenon/plan/defaults.hpp>

namespace tenon::planning {

void plan_default(const MemberName& column, const std::optional<std::string>& before,
                  const std::optional<std::string>& after, Phases& phases) {
  const auto& [table, name] = column;
  if (before)
    phases.default_drops.emplace_back(
        Change{AlterColumnDefault{table, name, before, std::nullopt}});
  if (after)
    phases.default_sets.emplace_back(Change{AlterColumnDefault{table, name, std::nullopt, after}});
}

void plan_defaults(const Scene& scene, const ColumnNames& columns, ColumnNames& defaults_done,
                   Phases& phases) {
  for (const MemberName& name : columns) {
    const Table* table = find(scene.to.tables, name.first);
    const Column* after = table ? find(table->columns, name.second) : nullptr;
    if (!after || !defaults_done.insert(name).second) continue;
    const Column* before = find(find(scene.before.tables, name.first)->columns, name.second);
    plan_default(name, before->default_value, after->default_value, phases);
  }
}

}  // namespace tenon::planning
