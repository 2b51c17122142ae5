// Looks at the drops and creations of indexes that the plan has so far.
#include <tenon/diff/property_changes.hpp>
#include <tenon/model/column_use.hpp>
#include <tenon/model/lookup.hpp>
#include <tenon/model/take_if.hpp>
#include <tenon/plan/change_in.hpp>
#include <tenon/plan/index_parts.hpp>
#include <tenon/plan/index_properties.hpp>
#include <tenon/plan/partitions.hpp>
#include <tenon/sql/address.hpp>

#include <algorithm>
#include <initializer_list>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace tenon::planning {
namespace {

// A constraint's index has the constraint's name.
struct NamedIndex {
  QualifiedName table;
  std::string name;

  [[nodiscard]] std::string text() const { return sql::address({ObjectKind::index, table, name}); }
};

// The index that the step makes or drops.
template <class IndexChange, class KeyChange>
std::optional<NamedIndex> index_in(const Action& action) {
  if (const auto* index = change_in<IndexChange>(action))
    return NamedIndex{index->table, index->index.name};
  if (const auto* key = change_in<KeyChange>(action))
    return NamedIndex{key->table, key->constraint.name};
  return std::nullopt;
}

std::optional<NamedIndex> dropped_index(const Action& action) {
  return index_in<DropIndex, DropConstraint>(action);
}

std::optional<NamedIndex> created_index(const Action& action) {
  return index_in<CreateIndex, AddConstraint>(action);
}

// By the SQL text of their names.
std::set<std::string> dropped_indexes(std::initializer_list<const std::vector<Action>*> phases) {
  std::set<std::string> names;
  for (const std::vector<Action>* drops : phases)
    for (const Action& action : *drops)
      if (const auto index = dropped_index(action)) names.insert(index->text());
  return names;
}

// A part of an index that goes with the whole.
struct Part {
  const Table* table_after;
  // Names both of them.
  const Property* place;
};

// Those of tables that are partitions when the whole goes. What is detached takes its own along.
std::vector<Part> parts_there(const Scene& scene, const Phases& phases) {
  const std::set<QualifiedName> detached = partitions_in(phases.properties_reset);
  const std::set<QualifiedName> away = partitions_in(phases.partitions_left);
  const std::set<std::string> dropped_while_away = dropped_indexes({&phases.partition_index_drops});
  std::vector<Part> parts;
  for (const Table& table : scene.before.tables) {
    if (!find(table.properties, PropertyKind::index_partition) || detached.contains(table.name))
      continue;
    const Table* after = find(scene.to.tables, table.name);
    if (after == nullptr) continue;
    const bool is_away = away.contains(table.name);
    for (const Property& property : table.properties)
      if (property.kind == PropertyKind::index_partition &&
          !(is_away && dropped_while_away.contains(property.value)))
        parts.push_back({after, &property});
  }
  return parts;
}

void take_out_parts(const std::vector<Part>& parts, const std::set<std::string>& dropped,
                    std::vector<Action>& drops) {
  std::map<std::string, std::string> wholes;
  for (const Part& part : parts) wholes.emplace(part.place->key, part.place->value);
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

// What the part is called in the end: a rename of what goes is taken out of the plan.
std::string last_name(const Part& part, Phases& phases) {
  const auto renames = [&](const Action& action) {
    const auto* rename = change_in<RenameIndex>(action);
    return rename != nullptr && NamedIndex{rename->table, rename->from}.text() == part.place->key;
  };
  const auto taken = take_if(phases.key_renames, renames);
  if (taken.empty()) return part.place->key;
  const auto* rename = change_in<RenameIndex>(taken.front());
  return NamedIndex{rename->table, rename->to}.text();
}

// A part goes with the whole, and is made again where the schema still has it.
void make_parts_again(const std::vector<Part>& parts, std::set<std::string>& dropped,
                      Phases& phases) {
  bool is_complete = false;
  while (!is_complete) {
    is_complete = true;
    for (const Part& part : parts) {
      const auto& [table, place] = part;
      if (!dropped.contains(place->value) || dropped.contains(place->key)) continue;
      const std::string name = last_name(part, phases);
      const Index* index = find_index(*table, name);
      const Constraint* key = find_key(*table, name);
      if (index != nullptr)
        phases.index_additions.emplace_back(Change{CreateIndex{table->name, *index}});
      if (key != nullptr)
        phases.key_additions.emplace_back(Change{AddConstraint{table->name, *key}});
      if (index == nullptr && key == nullptr) continue;
      dropped.insert({place->key, name});
      is_complete = false;
    }
  }
}

std::vector<NamedIndex> made_again(const Phases& phases, const std::set<std::string>& dropped) {
  std::vector<NamedIndex> indexes;
  for (const auto* additions :
       {&phases.key_additions, &phases.index_additions, &phases.late_indexes})
    for (const Action& action : *additions)
      if (auto index = created_index(action); index && dropped.contains(index->text()))
        indexes.push_back(*std::move(index));
  return indexes;
}

struct TableProperty {
  const Table* table;
  const Property* property;
};

std::vector<TableProperty> kept_properties(const Scene& scene) {
  std::vector<TableProperty> kept;
  for (const Table& table : scene.to.tables) {
    const Table* before =
        table.properties.empty() ? nullptr : find(scene.before.tables, table.name);
    if (before == nullptr) continue;
    for (const Property& property : table.properties)
      if (std::ranges::find(before->properties, property) != before->properties.end())
        kept.push_back({&table, &property});
  }
  return kept;
}

void say_again(const std::vector<TableProperty>& kept, const NamedIndex& index, Phases& phases) {
  for (const auto& [table, property] : kept) {
    if (!is_said_of_index(*property, table->name, index.table, index.name)) continue;
    (property->kind == PropertyKind::index_partition ? phases.partitions : phases.properties_set)
        .emplace_back(Change{said({ObjectKind::table, table->name, ""}, *property)});
  }
}

}  // namespace

void plan_index_parts(const Scene& scene, Phases& phases) {
  std::set<std::string> dropped =
      dropped_indexes({&phases.partition_index_drops, &phases.key_drops, &phases.index_drops});
  if (dropped.empty()) return;
  const std::vector<Part> parts = parts_there(scene, phases);
  take_out_parts(parts, dropped, phases.partition_index_drops);
  take_out_parts(parts, dropped, phases.key_drops);
  take_out_parts(parts, dropped, phases.index_drops);
  make_parts_again(parts, dropped, phases);
  const std::vector<NamedIndex> again = made_again(phases, dropped);
  if (again.empty()) return;
  const std::vector<TableProperty> kept = kept_properties(scene);
  for (const NamedIndex& index : again) say_again(kept, index, phases);
}

}  // namespace tenon::planning
