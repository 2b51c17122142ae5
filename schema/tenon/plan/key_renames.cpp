// Constraints and indexes under other names.
#include <tenon/diff/rename_order.hpp>
#include <tenon/model/column_use.hpp>
#include <tenon/model/lookup.hpp>
#include <tenon/plan/parts.hpp>

#include <map>

namespace tenon::planning {
namespace {

struct Owner {
  QualifiedName table;
  bool is_constraint = false;
};

Change rename(const Owner& owner, const std::string& from, const std::string& to) {
  if (owner.is_constraint) return RenameConstraint{owner.table, from, to};
  return RenameIndex{owner.table, from, to};
}

// Only an index takes a name from the whole schema; a check's or a foreign key's is the table's.
bool has_index(const Scene& scene, const RenameConstraint& change) {
  const Table* table = find(scene.to.tables, change.table);
  const Constraint* constraint = table ? find(table->constraints, change.to) : nullptr;
  return constraint && tenon::has_index(*constraint);
}

}  // namespace

void plan_key_renames(const Scene& scene, const Obstacles& obstacles, Phases& phases) {
  std::vector<Renaming<QualifiedName>> renamings;
  std::map<QualifiedName, Owner> owners;
  const auto add = [&](const Owner& owner, const std::string& from, const std::string& to) {
    const QualifiedName old_name{owner.table.schema, from};
    renamings.push_back({old_name, {owner.table.schema, to}});
    owners.emplace(old_name, owner);
  };
  for (const Change& change : scene.changes) {
    if (const auto* constraint = std::get_if<RenameConstraint>(&change)) {
      if (obstacles.constraints.contains({constraint->table, constraint->from})) continue;
      if (has_index(scene, *constraint)) {
        add({constraint->table, true}, constraint->from, constraint->to);
      } else {
        phases.key_renames.emplace_back(change);
      }
    } else if (const auto* index = std::get_if<RenameIndex>(&change)) {
      if (obstacles.indexes.contains({index->table, index->from})) continue;
      add({index->table, false}, index->from, index->to);
    }
  }
  const auto steps = in_possible_order<QualifiedName>(
      renamings, [&](const QualifiedName& name) { return scene.free_names.for_index(name); });
  for (const auto& [from, to] : steps) {
    const Owner owner = owners.at(from);
    owners.emplace(to, owner);
    phases.key_renames.emplace_back(rename(owner, from.name, to.name));
  }
}

}  // namespace tenon::planning
