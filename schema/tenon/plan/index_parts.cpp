// Looks at the drops and creations of indexes that the plan has so far.
#include <tenon/diff/property_changes.hpp>
#include <tenon/model/column_use.hpp>
#include <tenon/model/lookup.hpp>
#include <tenon/plan/change_in.hpp>
#include <tenon/plan/index_parts.hpp>
#include <tenon/plan/index_properties.hpp>
#include <tenon/sql/quote.hpp>

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

namespace tenon::planning {
namespace {

// A constraint's index has the constraint's name.
struct NamedIndex {
  QualifiedName table;
  std::string name;

  [[nodiscard]] std::string text() const {
    return sql::identifier(QualifiedName{table.schema, name});
  }
};

std::optional<NamedIndex> dropped_index(const Action& action) {
  if (const auto* index = change_in<DropIndex>(action))
    return NamedIndex{index->table, index->index.name};
  if (const auto* key = change_in<DropConstraint>(action))
    return NamedIndex{key->table, key->constraint.name};
  return std::nullopt;
}

std::optional<NamedIndex> created_index(const Action& action) {
  if (const auto* index = change_in<CreateIndex>(action))
    return NamedIndex{index->table, index->index.name};
  if (const auto* key = change_in<AddConstraint>(action))
    return NamedIndex{key->table, key->constraint.name};
  return std::nullopt;
}

bool leaves(const std::vector<Action>& steps, const QualifiedName& table) {
  return std::ranges::any_of(steps, [&](const Action& action) {
    const auto* property = change_in<AlterProperty>(action);
    return property && property->kind == PropertyKind::partition_of &&
           property->object.parent == table;
  });
}

bool drops_index(const std::vector<Action>& steps, const std::string& name) {
  return std::ranges::any_of(steps, [&](const Action& action) {
    const auto index = dropped_index(action);
    return index && index->text() == name;
  });
}

// Whether the table is a partition when the index goes. What is detached takes its own along.
bool is_there(const Scene& scene, const Phases& phases, const Table& table,
              const std::string& whole) {
  const bool is_away = leaves(phases.partitions_left, table.name) &&
                       drops_index(phases.partition_index_drops, whole);
  return find(scene.to.tables, table.name) != nullptr && !is_away &&
         !leaves(phases.properties_reset, table.name);
}

void take_out_parts(const Scene& scene, const Phases& phases, std::vector<Action>& drops,
                    const std::set<std::string>& dropped) {
  std::map<std::string, std::string> wholes;
  for (const Table& table : scene.before.tables) {
    for (const Property& property : table.properties)
      if (property.kind == PropertyKind::index_partition &&
          is_there(scene, phases, table, property.value))
        wholes.emplace(property.key, property.value);
  }
  std::erase_if(drops, [&](const Action& action) {
    const auto index = dropped_index(action);
    if (!index) return false;
    // A part of a part goes as well.
    for (auto whole = wholes.find(index->text()); whole != wholes.end();
         whole = wholes.find(whole->second))
      if (dropped.contains(whole->second)) return true;
    return false;
  });
}

const Index* find_index(const Table& table, const std::string& text) {
  for (const Index& index : table.indexes)
    if (NamedIndex{table.name, index.name}.text() == text) return &index;
  return nullptr;
}

const Constraint* find_key(const Table& table, const std::string& text) {
  for (const Constraint& constraint : table.constraints)
    if (has_index(constraint) && NamedIndex{table.name, constraint.name}.text() == text)
      return &constraint;
  return nullptr;
}

// A part goes with the whole, and is made again where the schema still has it.
void make_parts_again(const Scene& scene, std::set<std::string>& dropped, Phases& phases) {
  bool is_complete = false;
  while (!is_complete) {
    is_complete = true;
    for (const Table& table : scene.before.tables) {
      const Table* after = find(scene.to.tables, table.name);
      if (after == nullptr) continue;
      for (const Property& property : table.properties) {
        if (property.kind != PropertyKind::index_partition || !dropped.contains(property.value) ||
            dropped.contains(property.key) || !is_there(scene, phases, table, property.value))
          continue;
        const Index* index = find_index(*after, property.key);
        const Constraint* key = find_key(*after, property.key);
        if (index != nullptr)
          phases.index_additions.emplace_back(Change{CreateIndex{table.name, *index}});
        if (key != nullptr)
          phases.key_additions.emplace_back(Change{AddConstraint{table.name, *key}});
        if (index == nullptr && key == nullptr) continue;
        dropped.insert(property.key);
        is_complete = false;
      }
    }
  }
}

void say_again(const Scene& scene, const NamedIndex& index, Phases& phases) {
  for (const Table& table : scene.to.tables) {
    const Table* before = find(scene.before.tables, table.name);
    if (!before) continue;
    for (const Property& property : table.properties) {
      const bool is_kept =
          std::ranges::find(before->properties, property) != before->properties.end();
      if (!is_kept || !is_said_of_index(property, table.name, index.table, index.name)) continue;
      (property.kind == PropertyKind::index_partition ? phases.partitions : phases.properties_set)
          .emplace_back(Change{said({ObjectKind::table, table.name, ""}, property)});
    }
  }
}

}  // namespace

void plan_index_parts(const Scene& scene, Phases& phases) {
  std::set<std::string> dropped;
  for (const auto* drops : {&phases.partition_index_drops, &phases.key_drops, &phases.index_drops})
    for (const Action& action : *drops)
      if (const auto index = dropped_index(action)) dropped.insert(index->text());
  if (dropped.empty()) return;
  take_out_parts(scene, phases, phases.key_drops, dropped);
  take_out_parts(scene, phases, phases.index_drops, dropped);
  make_parts_again(scene, dropped, phases);
  for (const auto* additions : {&phases.key_additions, &phases.index_additions})
    for (const Action& action : *additions)
      if (const auto index = created_index(action); index && dropped.contains(index->text()))
        say_again(scene, *index, phases);
}

}  // namespace tenon::planning
