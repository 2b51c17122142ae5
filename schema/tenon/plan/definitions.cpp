// Puts definitions into the phase in which they usually can be made; their dependencies have the
// last word.
#include <tenon/diff/property_changes.hpp>
#include <tenon/model/lookup.hpp>
#include <tenon/plan/definitions.hpp>
#include <tenon/plan/phases.hpp>
#include <tenon/plan/scene.hpp>
#include <tenon/plan/type_rebuild.hpp>
#include <tenon/sql/address.hpp>
#include <tenon/sql/quote.hpp>

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

namespace tenon::planning {
namespace {

// What can stand before any table, and is often needed by one.
bool comes_before_tables(ObjectKind kind) {
  switch (kind) {
    case ObjectKind::default_privileges:
    case ObjectKind::event_trigger:
    case ObjectKind::index:
    case ObjectKind::materialized_view:
    case ObjectKind::policy:
    case ObjectKind::publication:
    case ObjectKind::rule:
    case ObjectKind::statistics:
    case ObjectKind::trigger:
    case ObjectKind::view:
      return false;
    default:
      return true;
  }
}

// Said of the object once others are there.
bool is_said_later(const Property& property) {
  return property.kind == PropertyKind::unlogged || property.kind == PropertyKind::owned_by ||
         property.kind == PropertyKind::publishes || property.kind == PropertyKind::clustered_on;
}

// What plan_table_persistence(), plan_partitions() and plan_partition_triggers() do.
bool is_planned_elsewhere(const AlterProperty& change) {
  return change.kind == PropertyKind::partition_of ||
         change.kind == PropertyKind::partition_trigger ||
         (change.kind == PropertyKind::unlogged && change.object.kind != ObjectKind::sequence);
}

class DefinitionPlanner {
 public:
  DefinitionPlanner(const Scene& scene, const Rebuilds& rebuilds, Phases& phases)
      : scene_(scene), rebuilds_(rebuilds), phases_(phases) {
    for (const Change& change : scene.changes)
      if (const auto* definition = std::get_if<DropDefinition>(&change))
        gone_.insert(definition->definition.name);
    gone_.insert(rebuilds.definitions.begin(), rebuilds.definitions.end());
  }

  void run() {
    for (const ObjectName& name : rebuilds_.definitions) rebuild(name);
    for (const Change& change : scene_.changes) {
      if (is_of_rebuilt(change, rebuilds_)) continue;
      if (const auto* creation = std::get_if<CreateDefinition>(&change))
        create(creation->definition);
      if (const auto* drop = std::get_if<DropDefinition>(&change)) this->drop(drop->definition);
      if (const auto* replacement = std::get_if<ReplaceDefinition>(&change)) add(*replacement);
      if (const auto* property = std::get_if<AlterProperty>(&change)) alter(*property);
    }
    for (const Definition& sequence : scene_.before.definitions)
      if (sequence.name.kind == ObjectKind::sequence) survive_owner(sequence);
    for (const Definition& publication : scene_.before.definitions)
      if (publication.name.kind == ObjectKind::publication) restate_columns(publication);
  }

 private:
  // Puts a change into its phase.
  template <class Kind>
  void add(Kind change) {
    std::vector<Action>& phase = phase_of(change);
    phase.emplace_back(Change{std::move(change)});
  }

  std::vector<Action>& phase_of(const CreateDefinition& change) const {
    const ObjectKind kind = change.definition.name.kind;
    // Default privileges are for what is created after the plan.
    if (kind == ObjectKind::default_privileges) return phases_.properties_set;
    if (comes_before_tables(kind)) return phases_.definitions_before_tables;
    return phases_.definitions;
  }

  std::vector<Action>& phase_of(const DropDefinition& change) const {
    const ObjectName& name = change.definition.name;
    if (!comes_before_tables(name.kind) || has_new_overload(name) || becomes_enum(name))
      return phases_.definition_drops;
    return phases_.definition_drops_after_tables;
  }

  std::vector<Action>& phase_of(const ReplaceDefinition& change) const {
    if (comes_before_tables(change.to.name.kind)) return phases_.definitions_before_tables;
    return phases_.definitions;
  }

  std::vector<Action>& phase_of(const AlterProperty& change) const {
    switch (change.kind) {
      case PropertyKind::unlogged:
        return phases_.sequence_persistence;
      case PropertyKind::comment:
        // It goes before what it is on.
        return change.to ? phases_.comments : phases_.asides;
      case PropertyKind::of_type:
        return change.to ? phases_.types_joined : phases_.types_left;
      case PropertyKind::attribute:
        // What is made after it may need the attribute.
        if (!change.from) return phases_.types;
        break;
      case PropertyKind::index_partition:
        if (change.to) return phases_.partitions;
        break;
      default:
        break;
    }
    return change.to ? phases_.properties_set : phases_.properties_reset;
  }

  void create(const Definition& definition) {
    Definition first = definition;
    std::erase_if(first.properties, is_said_later);
    add(CreateDefinition{std::move(first)});
    for (const Property& property : definition.properties)
      if (is_said_later(property)) alter(said(definition.name, property));
  }

  void drop(const Definition& definition) {
    if (!goes_with_table(definition)) add(DropDefinition{definition});
  }

  // An enum comes in its place.
  bool becomes_enum(const ObjectName& name) const {
    return is_type(name.kind) && std::ranges::any_of(scene_.changes, [&](const Change& change) {
             const auto* creation = std::get_if<CreateEnum>(&change);
             return creation && creation->type.name == name.parent;
           });
  }

  // While both routines are there, a call may mean either of them.
  bool has_new_overload(const ObjectName& name) const {
    return sql::is_routine(name.kind) &&
           std::ranges::any_of(scene_.changes, [&](const Change& change) {
             const auto* creation = std::get_if<CreateDefinition>(&change);
             return creation && sql::is_routine(creation->definition.name.kind) &&
                    creation->definition.name.parent == name.parent;
           });
  }

  // A trigger goes with its table, a sequence with the column that owns it.
  bool goes_with_table(const Definition& definition) const {
    switch (definition.name.kind) {
      case ObjectKind::policy:
      case ObjectKind::rule:
      case ObjectKind::trigger:
      case ObjectKind::index:
        return scene_.dropped_tables.contains(definition.name.parent) &&
               !uses_what_goes(definition);
      case ObjectKind::sequence:
        return std::ranges::any_of(definition.properties, [&](const Property& property) {
          return property.kind == PropertyKind::owned_by && owner_goes(property.value);
        });
      default:
        return false;
    }
  }

  // A policy whose query has a view in it must go before the view does, which may be before the
  // table can.
  bool uses_what_goes(const Definition& definition) const {
    return std::ranges::any_of(definition.uses.objects, [&](const ObjectName& used) {
      return gone_.contains(used) ||
             (used.parent != definition.name.parent && scene_.dropped_tables.contains(used.parent));
    });
  }

  bool owner_goes(const std::string& column) const {
    return std::ranges::any_of(
               scene_.dropped_table_texts,
               [&](const std::string& table) { return sql::is_column_of(column, table); }) ||
           std::ranges::any_of(scene_.changes, [&](const Change& change) {
             const auto* drop = std::get_if<DropColumn>(&change);
             return drop &&
                    column == sql::address({ObjectKind::column, drop->table, drop->column.name});
           });
  }

  // A sequence that stays while what owns it is dropped and comes back.
  void survive_owner(const Definition& sequence) {
    const Definition* after = find(scene_.to.definitions, sequence.name);
    if (after == nullptr) return;
    for (const Property& property : sequence.properties)
      if (property.kind == PropertyKind::owned_by && owner_goes(property.value) &&
          std::ranges::find(after->properties, property) != after->properties.end())
        say_anew(sequence.name, property, property);
  }

  // Takes it back before what happens to others, and says it after that.
  void say_anew(const ObjectName& object, const Property& before, const Property& after) {
    phases_.properties_reset.emplace_back(Change{taken_back(object, before)});
    phases_.properties_set.emplace_back(Change{said(object, after)});
  }

  // A publication of some columns or rows of a table whose columns get other types.
  void restate_columns(const Definition& publication) {
    const Definition* after = find(scene_.to.definitions, publication.name);
    if (after == nullptr) return;
    for (const Property& property : publication.properties)
      if (property.kind == PropertyKind::publishes && !property.value.empty() &&
          is_retyped(property.key) &&
          std::ranges::find(after->properties, property) != after->properties.end())
        say_anew(publication.name, property, property);
  }

  bool is_retyped(const std::string& published) const {
    return std::ranges::any_of(scene_.changes, [&](const Change& change) {
      const auto* altered = std::get_if<AlterColumnType>(&change);
      return altered && published == "TABLE ONLY " + sql::identifier(altered->table);
    });
  }

  // A view that is replaced by one with other columns, what uses it, and what cannot be replaced.
  void rebuild(const ObjectName& name) {
    const Definition& before = *find(scene_.before.definitions, name);
    const Definition& after = *find(scene_.to.definitions, name);
    if (has_columns(scene_, rebuilds_, name))
      plan_type_rebuild(scene_, rebuilds_, before, phases_);
    else if (!goes_with_table(before))
      phases_.definition_drops.emplace_back(Change{DropDefinition{before}});
    create(after);
  }

  void alter(const AlterProperty& change) {
    if (is_planned_elsewhere(change)) return;
    if (change.from && stands_in_the_way(change)) {
      alter_around(change);
      return;
    }
    add(change);
    if (change.kind == PropertyKind::domain_check && change.from && change.to)
      comment_again(change);
  }

  // What is published of columns is in the way of other types for them, and a sequence that has a
  // column for its owner is dropped with it.
  bool stands_in_the_way(const AlterProperty& change) const {
    if (change.kind == PropertyKind::publishes) return change.to.has_value();
    return change.kind == PropertyKind::owned_by && owner_goes(*change.from);
  }

  void alter_around(const AlterProperty& change) {
    const Property before{change.kind, change.key, *change.from};
    if (change.to) {
      say_anew(change.object, before, {change.kind, change.key, *change.to});
    } else if (find(scene_.to.definitions, change.object)) {
      phases_.properties_reset.emplace_back(Change{change});
    }
  }

  // A check that is made anew has lost its comment.
  void comment_again(const AlterProperty& check) {
    const std::string key = "CONSTRAINT " + sql::identifier(check.key) + " ON DOMAIN ";
    for (const Property& property : find(scene_.to.definitions, check.object)->properties)
      if (property.kind == PropertyKind::comment && property.key.starts_with(key))
        add(said(check.object, property));
  }

  const Scene& scene_;
  const Rebuilds& rebuilds_;
  Phases& phases_;
  std::set<ObjectName> gone_;
};

}  // namespace

bool is_of_rebuilt(const Change& change, const Rebuilds& rebuilds) {
  if (const auto* replacement = std::get_if<ReplaceDefinition>(&change))
    return rebuilds.definitions.contains(replacement->to.name);
  if (const auto* property = std::get_if<AlterProperty>(&change))
    return rebuilds.definitions.contains(property->object);
  if (const auto* comment = std::get_if<SetComment>(&change))
    return rebuilds.definitions.contains(comment->object);
  return false;
}

void plan_definitions(const Scene& scene, const Rebuilds& rebuilds, Phases& phases) {
  DefinitionPlanner(scene, rebuilds, phases).run();
}

}  // namespace tenon::planning
