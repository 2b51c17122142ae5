// CREATE TABLE with the foreign keys that can stand in it.
#include <tenon/diff/change_table.hpp>
#include <tenon/diff/property_changes.hpp>
#include <tenon/model/column_use.hpp>
#include <tenon/model/lookup.hpp>
#include <tenon/plan/before.hpp>
#include <tenon/plan/key_columns.hpp>
#include <tenon/plan/parts.hpp>
#include <tenon/plan/table_order.hpp>

#include <algorithm>
#include <map>
#include <set>

namespace tenon::planning {
namespace {

// Whether CREATE TABLE makes the one key on these columns. Of two on the same columns, the second
// comes after it.
bool has_key(const Table& table, const std::vector<std::string>& columns) {
  const auto is_on_columns = [&](const Constraint& constraint) {
    const auto* key = key_columns(constraint);
    return key && are_same_columns(*key, columns);
  };
  return std::ranges::count_if(table.constraints, is_on_columns) == 1;
}

// A column that comes from a parent may have another default.
void plan_inherited_defaults(const Scene& scene, const Table& table, Phases& phases) {
  for (const Property& property : table.properties) {
    if (property.kind != PropertyKind::inherits) continue;
    const Table* parent = find_table(scene.to, property.key);
    if (parent == nullptr) continue;
    for (const Column& column : table.columns) {
      const Column* inherited = find(parent->columns, column.name);
      if (!column.is_inherited || !inherited) continue;
      if (inherited->default_value != column.default_value)
        phases.default_sets.emplace_back(Change{AlterColumnDefault{
            table.name, column.name, inherited->default_value, column.default_value}});
      if (inherited->not_null != column.not_null)
        phases.not_nulls.emplace_back(
            Change{AlterColumnNotNull{table.name, column.name, column.not_null}});
    }
  }
}

// Before version 16, a column that a parent generates has no expression of its own in CREATE TABLE.
void leave_expressions_to_parents(const Scene& scene, Table& table) {
  for (const Property& property : table.properties) {
    if (property.kind != PropertyKind::inherits) continue;
    const Table* parent = find_table(scene.to, property.key);
    if (parent == nullptr) continue;
    for (Column& column : table.columns) {
      const Column* inherited = find(parent->columns, column.name);
      if (inherited != nullptr && inherited->generated == column.generated)
        column.generated.reset();
    }
  }
}

// A new table has checked what it inherits: such constraints come to both when both are there.
bool is_unchecked(const Constraint& constraint) {
  return constraint.not_valid && std::holds_alternative<CheckConstraint>(constraint.definition);
}

}  // namespace

void plan_new_tables(const Scene& scene, Phases& phases) {
  std::vector<const Table*> tables;
  std::set<QualifiedName> changed;
  for (const Change& change : scene.changes) {
    if (const auto* creation = std::get_if<CreateTable>(&change)) {
      tables.push_back(&creation->table);
    }
    if (const QualifiedName* name = table_of(change)) changed.insert(*name);
    if (const auto* property = std::get_if<AlterProperty>(&change);
        property && property->kind == PropertyKind::unlogged)
      changed.insert(property->object.parent);
  }
  std::map<QualifiedName, const Table*> created;
  // A table that no change touches has its keys already.
  const auto can_be_referred_to = [&](const ForeignKey& key) {
    const auto found = created.find(key.referenced_table);
    if (found != created.end()) return has_key(*found->second, key.referenced_columns);
    return !changed.contains(key.referenced_table);
  };
  for (const Table* table : referenced_first(tables)) {
    created.emplace(table->name, table);
    CreateTable creation{*table};
    leave_expressions_to_parents(scene, creation.table);
    std::erase_if(creation.table.constraints, [&](const Constraint& constraint) {
      if (is_unchecked(constraint)) {
        if (!constraint.is_inherited)
          phases.key_additions.emplace_back(Change{AddConstraint{table->name, constraint}});
        return true;
      }
      const auto* key = std::get_if<ForeignKey>(&constraint.definition);
      if (!key || can_be_referred_to(*key)) return false;
      phases.foreign_key_additions.emplace_back(Change{AddConstraint{table->name, constraint}});
      return true;
    });
    std::erase_if(creation.table.properties, [&](const Property& property) {
      if (property.kind == PropertyKind::partition_trigger) return true;  // comes with its trigger
      if (property.kind != PropertyKind::partition_of &&
          property.kind != PropertyKind::index_partition)
        return false;
      phases.partitions.emplace_back(Change{said({ObjectKind::table, table->name, ""}, property)});
      return true;
    });
    phases.tables.emplace_back(Change{std::move(creation)});
    plan_inherited_defaults(scene, *table, phases);
  }
}

}  // namespace tenon::planning
