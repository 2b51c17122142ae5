// DROP TABLE, and the names that a table gives free only then.
#include <tenon/model/column_use.hpp>
#include <tenon/model/lookup.hpp>
#include <tenon/plan/parts.hpp>
#include <tenon/plan/table_order.hpp>

#include <algorithm>
#include <set>

namespace tenon::planning {
namespace {

// The names of indexes that the changes bring into being. Indexes and tables of a schema share one
// space of names.
std::set<QualifiedName> new_index_names(const Changes& changes) {
  std::set<QualifiedName> names;
  const auto add = [&](const QualifiedName& table, const std::string& name) {
    names.insert({table.schema, name});
  };
  for (const Change& change : changes) {
    if (const auto* creation = std::get_if<CreateTable>(&change)) {
      const Table& table = creation->table;
      for (const Index& index : table.indexes) add(table.name, index.name);
      for (const Constraint& constraint : table.constraints) {
        if (has_index(constraint)) add(table.name, constraint.name);
      }
    } else if (const auto* index = std::get_if<CreateIndex>(&change)) {
      add(index->table, index->index.name);
    } else if (const auto* constraint = std::get_if<AddConstraint>(&change)) {
      if (has_index(constraint->constraint)) add(constraint->table, constraint->constraint.name);
    } else if (const auto* renamed_index = std::get_if<RenameIndex>(&change)) {
      add(renamed_index->table, renamed_index->to);
    } else if (const auto* renamed = std::get_if<RenameConstraint>(&change)) {
      add(renamed->table, renamed->to);
    }
  }
  return names;
}

void free_index_names(const Scene& scene, const Table& table, const std::set<QualifiedName>& wanted,
                      Phases& phases) {
  for (const Constraint& constraint : table.constraints) {
    const QualifiedName name{table.name.schema, constraint.name};
    if (has_index(constraint) && wanted.contains(name)) {
      phases.asides.emplace_back(Change{
          RenameConstraint{table.name, constraint.name, scene.free_names.for_index(name).name}});
    }
  }
  for (const Index& index : table.indexes) {
    const QualifiedName name{table.name.schema, index.name};
    if (wanted.contains(name)) {
      phases.asides.emplace_back(
          Change{RenameIndex{table.name, index.name, scene.free_names.for_index(name).name}});
    }
  }
}

bool is_partition(const Table& table) {
  return find(table.properties, PropertyKind::partition_of) != nullptr;
}

}  // namespace

void plan_dropped_tables(const Scene& scene, Phases& phases) {
  std::vector<const Table*> tables;
  for (const Change& change : scene.changes) {
    if (const auto* drop = std::get_if<DropTable>(&change)) tables.push_back(&drop->table);
  }
  if (tables.empty()) return;
  const std::set<QualifiedName> wanted = new_index_names(scene.changes);
  std::vector<const Table*> ordered = referenced_first(tables);
  std::ranges::reverse(ordered);
  std::set<QualifiedName> gone;
  for (const Table* table : ordered) {
    const bool is_replaced = scene.created_tables.contains(table->name);
    if (!is_replaced) free_index_names(scene, *table, wanted, phases);
    for (const Constraint& constraint : table->constraints) {
      const auto* key = std::get_if<ForeignKey>(&constraint.definition);
      if (!key || constraint.is_inherited) continue;
      // Only in a circle does a table refer to one that is dropped before it. With partitions it
      // may by way of them.
      if (gone.contains(key->referenced_table) ||
          (is_partition(*table) && scene.dropped_tables.contains(key->referenced_table))) {
        phases.foreign_key_drops.emplace_back(Change{DropConstraint{table->name, constraint}});
      }
    }
    gone.insert(table->name);
    (is_replaced ? phases.replaced_tables : phases.table_drops)
        .emplace_back(Change{DropTable{*table}});
  }
}

}  // namespace tenon::planning
