// Puts the parts of a plan together.
#include <tenon/diff/renamed_model.hpp>
#include <tenon/plan/asides.hpp>
#include <tenon/plan/before.hpp>
#include <tenon/plan/circles.hpp>
#include <tenon/plan/concurrent_indexes.hpp>
#include <tenon/plan/default_privileges.hpp>
#include <tenon/plan/defaults.hpp>
#include <tenon/plan/definitions.hpp>
#include <tenon/plan/enum_rebuild.hpp>
#include <tenon/plan/hazards.hpp>
#include <tenon/plan/incomplete_indexes.hpp>
#include <tenon/plan/index_parts.hpp>
#include <tenon/plan/index_twins.hpp>
#include <tenon/plan/inherited_changes.hpp>
#include <tenon/plan/kept_by_children.hpp>
#include <tenon/plan/leaving_children.hpp>
#include <tenon/plan/left_foreign_keys.hpp>
#include <tenon/plan/partition_identities.hpp>
#include <tenon/plan/partition_triggers.hpp>
#include <tenon/plan/partitions.hpp>
#include <tenon/plan/parts.hpp>
#include <tenon/plan/sequence_persistence.hpp>
#include <tenon/plan/step_order.hpp>
#include <tenon/plan/table_persistence.hpp>
#include <tenon/plan/typed_tables.hpp>

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>

namespace tenon {
namespace planning {
namespace {

// What needs no thought beyond its place.
void plan_simple_changes(const Changes& changes, const Rebuilds& made_anew, Phases& phases) {
  for (const Change& change : changes) {
    if (std::holds_alternative<CreateSchema>(change)) {
      phases.schemas.emplace_back(change);
    } else if (is_one_of<RenameTable, RenameEnum, RenameEnumLabel, RenameColumn>(change)) {
      phases.renames.emplace_back(change);
    } else if (std::holds_alternative<DropSchema>(change)) {
      phases.schema_drops.emplace_back(change);
    } else if (std::holds_alternative<SetComment>(change) && !is_of_rebuilt(change, made_anew)) {
      phases.comments.emplace_back(change);
    }
  }
}

// Structs alone depend on each other in ways that the phases know.
bool may_have_dependencies(const Model& model) {
  return !model.definitions.empty() || std::ranges::any_of(model.tables, [](const Table& table) {
    return !table.properties.empty();
  });
}

// Whether a table takes the name of a type that goes, or the other way round: they share one space
// of names, which the phases do not know.
bool names_change_kinds(const Changes& changes) {
  std::set<QualifiedName> gone;
  for (const Change& change : changes) {
    if (const auto* type = std::get_if<DropEnum>(&change)) gone.insert(type->type.name);
    if (const auto* table = std::get_if<DropTable>(&change)) gone.insert(table->table.name);
  }
  return std::ranges::any_of(changes, [&](const Change& change) {
    const auto* type = std::get_if<CreateEnum>(&change);
    const auto* table = std::get_if<CreateTable>(&change);
    return (type && gone.contains(type->type.name)) || (table && gone.contains(table->table.name));
  });
}

// What the phases hold, but for those at the end, as dependencies have it.
std::vector<Action> in_order(const Scene& scene, std::optional<Dependencies>& dependencies,
                             Phases& phases) {
  const std::set<QualifiedName> away = partitions_away(phases);
  std::vector<Action> actions;
  for (std::vector<Action>* phase : phases.in_order())
    std::ranges::move(*phase, std::back_inserter(actions));
  if (!dependencies) return actions;
  for (const Action& action : actions)
    if (const auto* aside = std::get_if<RenameAside>(&action))
      dependencies->add_alias(aside->object, {aside->object.kind, aside->to, ""});
  for (const QualifiedName& partition : away)
    dependencies->leave_indexes(*find(scene.before.tables, partition));
  Dependencies after(scene.to);
  // A part can be there before the whole.
  for (const Table& table : scene.to.tables) after.leave_indexes(table);
  return in_dependency_order(without_circles(std::move(actions), *dependencies, after),
                             *dependencies, after);
}

}  // namespace
}  // namespace planning

Plan make_plan(const Model& from, const Model& to, const Changes& all) {
  using namespace planning;
  if (all.empty()) return {};
  const bool has_dependencies =
      may_have_dependencies(from) || may_have_dependencies(to) || names_change_kinds(all);
  const Model before = has_dependencies ? with_renames(from, all) : model_before(from, all);
  const Changes changes = with_left_foreign_keys(
      without_given_identities(without_inherited_changes(all, before, to), before, to), before, to);
  FreeNames free_names{from, before, to};
  const Scene scene(before, to, changes, free_names);
  const std::vector<EnumRebuild> rebuilds = find_rebuilds(scene);
  Obstacles obstacles = find_obstacles(scene, rebuilds);
  std::optional<Dependencies> dependencies;
  Rebuilds made_anew;
  if (has_dependencies) {
    dependencies.emplace(before);
    made_anew = find_definition_rebuilds(scene, *dependencies, rebuilds, obstacles);
  }

  Phases phases;
  plan_simple_changes(changes, made_anew, phases);
  plan_keys(scene, obstacles, phases);
  plan_key_renames(scene, obstacles, phases);
  ColumnNames defaults_done = plan_enums(scene, rebuilds, obstacles, phases);
  plan_defaults(scene, made_anew.defaults, defaults_done, phases);
  plan_new_tables(scene, phases);
  plan_columns(scene, obstacles, defaults_done, phases);
  plan_dropped_tables(scene, phases);
  plan_table_persistence(scene, phases);
  plan_partitions(scene, made_anew, phases);
  LateIndexes late{scene, phases};
  plan_index_twins(scene, phases, late);
  plan_incomplete_indexes(scene, phases, late);
  plan_index_parts(scene, phases);
  plan_definitions(scene, made_anew, phases);
  plan_typed_tables(scene, made_anew, phases);
  plan_partition_triggers(scene, phases);
  plan_sequence_persistence(scene, phases);
  plan_default_privileges(scene, phases);
  late.take_parts();
  if (has_dependencies) {
    leave_before_renames(scene, phases);
    restate_children(scene, phases);
    order_partitions(scene, phases);
  }

  plan_concurrent_indexes(scene, phases);

  std::vector<Action> actions = in_order(scene, dependencies, phases);
  for (std::vector<Action>* phase : phases.at_the_end())
    std::ranges::move(*phase, std::back_inserter(actions));
  follow_asides(actions);
  Plan plan;
  for (Action& action : actions)
    plan.steps.push_back(assessed(std::move(action), scene.created_tables));
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
