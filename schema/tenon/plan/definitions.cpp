// Puts definitions into the phase in which they usually can be made; their dependencies have the
// last word.
#include <tenon/model/lookup.hpp>
#include <tenon/model/type_text.hpp>
#include <tenon/plan/casts.hpp>
#include <tenon/plan/definitions.hpp>
#include <tenon/plan/inherited_changes.hpp>
#include <tenon/plan/parts.hpp>
#include <tenon/sql/address.hpp>
#include <tenon/sql/quote.hpp>

#include <algorithm>
#include <iterator>
#include <optional>

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
      if (std::holds_alternative<ReplaceDefinition>(change)) replace(change);
      if (const auto* property = std::get_if<AlterProperty>(&change)) alter(*property);
    }
    for (const Definition& sequence : scene_.before.definitions)
      if (sequence.name.kind == ObjectKind::sequence) survive_owner(sequence);
    for (const Definition& publication : scene_.before.definitions)
      if (publication.name.kind == ObjectKind::publication) restate_columns(publication);
  }

 private:
  void create(const Definition& definition) {
    Definition first = definition;
    std::erase_if(first.properties, is_said_later);
    // Default privileges are for what is created after the plan.
    auto& phase = definition.name.kind == ObjectKind::default_privileges ? phases_.properties_set
                  : comes_before_tables(definition.name.kind) ? phases_.definitions_before_tables
                                                              : phases_.definitions;
    phase.emplace_back(Change{CreateDefinition{std::move(first)}});
    for (const Property& property : definition.properties)
      if (is_said_later(property))
        alter({definition.name, property.kind, property.key, std::nullopt, property.value});
  }

  void drop(const Definition& definition) {
    if (goes_with_table(definition)) return;
    (comes_before_tables(definition.name.kind) && !has_new_overload(definition.name) &&
             !becomes_enum(definition.name)
         ? phases_.definition_drops_after_tables
         : phases_.definition_drops)
        .emplace_back(Change{DropDefinition{definition}});
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
    return std::ranges::any_of(scene_.changes, [&](const Change& change) {
      if (const auto* table = std::get_if<DropTable>(&change))
        return column.starts_with(sql::identifier(table->table.name) + ".");
      const auto* dropped = std::get_if<DropColumn>(&change);
      return dropped &&
             column == sql::address({ObjectKind::column, dropped->table, dropped->column.name});
    });
  }

  // A sequence that stays while what owns it is dropped and comes back.
  void survive_owner(const Definition& sequence) {
    const Definition* after = find(scene_.to.definitions, sequence.name);
    if (after == nullptr) return;
    for (const Property& property : sequence.properties) {
      if (property.kind != PropertyKind::owned_by || !owner_goes(property.value) ||
          std::ranges::find(after->properties, property) == after->properties.end())
        continue;
      phases_.properties_reset.emplace_back(Change{
          AlterProperty{sequence.name, property.kind, property.key, property.value, std::nullopt}});
      phases_.properties_set.emplace_back(Change{
          AlterProperty{sequence.name, property.kind, property.key, std::nullopt, property.value}});
    }
  }

  void publish_anew(const ObjectName& publication, const Property& before, const Property& after) {
    phases_.properties_reset.emplace_back(
        Change{AlterProperty{publication, before.kind, before.key, before.value, std::nullopt}});
    phases_.properties_set.emplace_back(
        Change{AlterProperty{publication, after.kind, after.key, std::nullopt, after.value}});
  }

  // A publication of some columns or rows of a table whose columns get other types.
  void restate_columns(const Definition& publication) {
    const Definition* after = find(scene_.to.definitions, publication.name);
    if (after == nullptr) return;
    for (const Property& property : publication.properties)
      if (property.kind == PropertyKind::publishes && !property.value.empty() &&
          is_retyped(property.key) &&
          std::ranges::find(after->properties, property) != after->properties.end())
        publish_anew(publication.name, property, property);
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
    if (has_columns(name)) {
      rebuild_type(before, after);
      return;
    }
    if (!goes_with_table(before))
      phases_.definition_drops.emplace_back(Change{DropDefinition{before}});
    create(after);
  }

  bool has_columns(const ObjectName& name) const {
    if (!is_type(name.kind) && name.kind != ObjectKind::collation) return false;
    const auto has_it = [&](const MemberName& column) { return uses(column, name); };
    return std::ranges::any_of(rebuilds_.columns, has_it) ||
           std::ranges::any_of(scene_.changes, [&](const Change& change) {
             // It may be of the old one, and will be of the new one.
             const auto* altered = std::get_if<AlterColumnType>(&change);
             return altered && has_it({altered->table, altered->column});
           });
  }

  bool uses(const MemberName& column, const ObjectName& type) const {
    const Column* before = find(find(scene_.before.tables, column.first)->columns, column.second);
    return std::ranges::find(before->uses.objects, type) != before->uses.objects.end();
  }

  // The old type steps aside, its columns go over to the new one by way of text.
  void rebuild_type(const Definition& before, const Definition& after) {
    const QualifiedName aside = scene_.free_names.for_type(before.name.parent);
    phases_.definitions_before_tables.emplace_back(RenameAside{before.name, aside});
    create(after);
    for (const MemberName& column : rebuilds_.columns) {
      if (!uses(column, before.name) || takes_type_from_parent(scene_, column)) continue;
      const Column& old = *find(find(scene_.before.tables, column.first)->columns, column.second);
      const Table* table = find(scene_.to.tables, column.first);
      const Column* now = table ? find(table->columns, column.second) : nullptr;
      if (!now) continue;
      if (before.name.kind == ObjectKind::collation) {
        phases_.column_types.emplace_back(
            Change{AlterColumnType{column.first, now->name, old.type, now->type,
                                   sql::identifier(aside), now->collation, std::nullopt}});
        continue;
      }
      const std::optional<TypeText> type = parse_type(old.type);
      if (!type) continue;
      phases_.column_types.emplace_back(Change{
          AlterColumnType{column.first, now->name, sql::identifier(aside) + type->rest, now->type,
                          old.collation, now->collation, by_text(now->name, old.type, now->type)}});
    }
    Definition old = before;
    old.name.parent = aside;
    phases_.type_drops.emplace_back(Change{DropDefinition{std::move(old)}});
  }

  void replace(const Change& change) {
    const auto kind = std::get<ReplaceDefinition>(change).to.name.kind;
    (comes_before_tables(kind) ? phases_.definitions_before_tables : phases_.definitions)
        .emplace_back(change);
  }

  void alter(const AlterProperty& change) {
    // What it says of columns stands in the way of other types for them.
    if (change.kind == PropertyKind::publishes && change.from && change.to) {
      publish_anew(change.object, {change.kind, change.key, *change.from},
                   {change.kind, change.key, *change.to});
      return;
    }
    const bool loses_owner =
        change.kind == PropertyKind::owned_by && change.from && owner_goes(*change.from);
    if (loses_owner && !change.to && !find(scene_.to.definitions, change.object)) return;
    // What its former owner is dropped with, it must not be owned by at that time.
    if (loses_owner && change.to) {
      AlterProperty first = change;
      first.to.reset();
      AlterProperty then = change;
      then.from.reset();
      phases_.properties_reset.emplace_back(Change{std::move(first)});
      phases_.properties_set.emplace_back(Change{std::move(then)});
      return;
    }
    if (change.kind == PropertyKind::unlogged) {
      if (change.object.kind == ObjectKind::sequence)
        phases_.sequence_persistence.emplace_back(Change{change});
      return;  // plan_table_persistence() does it
    }
    if (change.kind == PropertyKind::partition_of) return;  // plan_partitions() does it
    if (change.kind == PropertyKind::partition_trigger)
      return;  // plan_partition_triggers() does it
    // What is made after it may need the attribute.
    if (change.kind == PropertyKind::attribute && !change.from) {
      phases_.types.emplace_back(Change{change});
      return;
    }
    // A comment goes before what it is on.
    const bool is_comment = change.kind == PropertyKind::comment;
    const bool is_type = change.kind == PropertyKind::of_type;
    auto& phase = is_comment && change.to                        ? phases_.comments
                  : is_comment                                   ? phases_.asides
                  : is_type && change.to                         ? phases_.types_joined
                  : is_type                                      ? phases_.types_left
                  : !change.to                                   ? phases_.properties_reset
                  : change.kind == PropertyKind::index_partition ? phases_.partitions
                                                                 : phases_.properties_set;
    phase.emplace_back(Change{change});
    if (change.kind == PropertyKind::domain_check && change.from && change.to)
      comment_again(change);
  }

  // A check that is made anew has lost its comment.
  void comment_again(const AlterProperty& check) {
    const std::string key = "CONSTRAINT " + sql::identifier(check.key) + " ON DOMAIN ";
    for (const Property& property : find(scene_.to.definitions, check.object)->properties)
      if (property.kind == PropertyKind::comment && property.key.starts_with(key))
        phases_.comments.emplace_back(Change{AlterProperty{
            check.object, property.kind, property.key, std::nullopt, property.value}});
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
