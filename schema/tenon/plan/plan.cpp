// Puts the parts of a plan together.
#include <tenon/plan/before.hpp>
#include <tenon/plan/enum_rebuild.hpp>
#include <tenon/plan/hazards.hpp>
#include <tenon/plan/parts.hpp>

#include <set>

namespace tenon {
namespace planning {
namespace {

template <class... Kinds>
bool is_one_of(const Change& change) {
  return (std::holds_alternative<Kinds>(change) || ...);
}

// What needs no thought beyond its place.
void plan_simple_changes(const Changes& changes, Phases& phases) {
  for (const Change& change : changes) {
    if (std::holds_alternative<CreateSchema>(change)) {
      phases.schemas.emplace_back(change);
    } else if (is_one_of<RenameTable, RenameEnum, RenameEnumLabel, RenameColumn>(change)) {
      phases.renames.emplace_back(change);
    } else if (std::holds_alternative<DropSchema>(change)) {
      phases.schema_drops.emplace_back(change);
    } else if (std::holds_alternative<SetComment>(change)) {
      phases.comments.emplace_back(change);
    }
  }
}

std::set<QualifiedName> created_tables(const Changes& changes) {
  std::set<QualifiedName> names;
  for (const Change& change : changes) {
    if (const auto* creation = std::get_if<CreateTable>(&change)) {
      names.insert(creation->table.name);
    }
  }
  return names;
}

}  // namespace
}  // namespace planning

Plan make_plan(const Model& from, const Model& to, const Changes& changes) {
  using namespace planning;
  if (changes.empty()) return {};
  const Model before = model_before(from, changes);
  FreeNames free_names{from, before, to};
  const FormerNames former_names(changes);
  const Scene scene{from, before, to, changes, former_names, free_names};
  const std::vector<EnumRebuild> rebuilds = find_rebuilds(scene);
  const Obstacles obstacles = find_obstacles(scene, rebuilds);

  Phases phases;
  plan_simple_changes(changes, phases);
  plan_keys(scene, obstacles, phases);
  plan_key_renames(scene, obstacles, phases);
  const ColumnNames defaults_done = plan_enums(scene, rebuilds, obstacles, phases);
  plan_new_tables(scene, phases);
  plan_columns(scene, obstacles, defaults_done, phases);
  plan_dropped_tables(scene, phases);

  const std::set<QualifiedName> created = created_tables(changes);
  Plan plan;
  for (std::vector<Action>* phase : phases.in_order()) {
    for (Action& action : *phase) plan.steps.push_back(assessed(std::move(action), created));
  }
  return plan;
}

std::string_view name_of(Lock lock) {
  switch (lock) {
    case Lock::none:
      return "none";
    case Lock::share_update_exclusive:
      return "SHARE UPDATE EXCLUSIVE";
    case Lock::share:
      return "SHARE";
    case Lock::share_row_exclusive:
      return "SHARE ROW EXCLUSIVE";
    case Lock::access_exclusive:
      return "ACCESS EXCLUSIVE";
  }
  return "";
}

}  // namespace tenon
