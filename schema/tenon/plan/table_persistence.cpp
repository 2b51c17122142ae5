// Orders the tables by their foreign keys.
#include <tenon/model/lookup.hpp>
#include <tenon/plan/change_in.hpp>
#include <tenon/plan/table_order.hpp>
#include <tenon/plan/table_persistence.hpp>

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <vector>

namespace tenon::planning {
namespace {

const AlterProperty* persistence_change(const Change& change) {
  const auto* property = std::get_if<AlterProperty>(&change);
  return property && property->kind == PropertyKind::unlogged &&
                 property->object.kind == ObjectKind::table
             ? property
             : nullptr;
}

bool is_dropped(const Phases& phases, const QualifiedName& table, const Constraint& key) {
  return std::ranges::any_of(phases.foreign_key_drops, [&](const Action& action) {
    const auto* drop = change_in<DropConstraint>(action);
    return drop && drop->table == table && drop->constraint.name == key.name;
  });
}

}  // namespace

void plan_table_persistence(const Scene& scene, Phases& phases) {
  std::map<QualifiedName, const AlterProperty*> altered;
  for (const Change& change : scene.changes)
    if (const AlterProperty* property = persistence_change(change))
      altered.emplace(property->object.parent, property);
  if (altered.empty()) return;

  std::vector<const Table*> logged;
  std::vector<const Table*> unlogged;
  for (const auto& [name, change] : altered)
    if (const Table* table = find(scene.to.tables, name))
      (change->to ? unlogged : logged).push_back(table);
  logged = referenced_first(logged);
  unlogged = referenced_first(unlogged);
  logged.insert(logged.end(), unlogged.rbegin(), unlogged.rend());
  for (const Table* table : logged)
    phases.table_persistence.emplace_back(Change{*altered.at(table->name)});

  // Of those that would go with their table or their column.
  for (const Table& table : scene.before.tables) {
    const Table* after = find(scene.to.tables, table.name);
    for (const Constraint& constraint : table.constraints) {
      const auto* key = std::get_if<ForeignKey>(&constraint.definition);
      if (key == nullptr || (after != nullptr && find(after->constraints, constraint.name)))
        continue;
      if ((altered.contains(table.name) || altered.contains(key->referenced_table)) &&
          !is_dropped(phases, table.name, constraint))
        phases.foreign_key_drops.emplace_back(Change{DropConstraint{table.name, constraint}});
    }
  }
}

}  // namespace tenon::planning
