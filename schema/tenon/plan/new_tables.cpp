// CREATE TABLE with the foreign keys that can stand in it.
#include <tenon/model/lookup.hpp>
#include <tenon/plan/before.hpp>
#include <tenon/plan/parts.hpp>
#include <tenon/plan/table_order.hpp>

#include <algorithm>
#include <map>
#include <set>

namespace tenon::planning {
namespace {

bool has_key(const Table& table, std::vector<std::string> columns) {
  std::ranges::sort(columns);
  const auto has_columns = [&](std::vector<std::string> key) {
    std::ranges::sort(key);
    return key == columns;
  };
  return std::ranges::any_of(table.constraints, [&](const Constraint& constraint) {
    if (const auto* primary = std::get_if<PrimaryKey>(&constraint.definition)) {
      return has_columns(primary->columns);
    }
    const auto* unique = std::get_if<UniqueConstraint>(&constraint.definition);
    return unique && has_columns(unique->columns);
  });
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
    std::erase_if(creation.table.constraints, [&](const Constraint& constraint) {
      const auto* key = std::get_if<ForeignKey>(&constraint.definition);
      if (!key || can_be_referred_to(*key)) return false;
      phases.foreign_key_additions.emplace_back(Change{AddConstraint{table->name, constraint}});
      return true;
    });
    phases.tables.emplace_back(Change{std::move(creation)});
  }
}

}  // namespace tenon::planning
