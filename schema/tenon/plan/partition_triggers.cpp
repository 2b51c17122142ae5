// Looks for triggers that are made anew, and for what moves.
#include <tenon/diff/parents.hpp>
#include <tenon/model/lookup.hpp>
#include <tenon/model/stable_sort.hpp>
#include <tenon/plan/change_in.hpp>
#include <tenon/plan/partition_triggers.hpp>
#include <tenon/sql/quote.hpp>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace tenon::planning {
namespace {

const Property* find_trigger(const Table& table, const std::string& trigger) {
  return find(table.properties, PropertyKind::partition_trigger, trigger);
}

// A trigger and its table, by the SQL text of their names, as properties have them.
using TableTrigger = std::pair<std::string, std::string>;

TableTrigger text_of(const ObjectName& trigger) {
  return {sql::identifier(trigger.parent), sql::identifier(trigger.member)};
}

// A partition or an inheriting table, and what it is so of.
struct Child {
  const Table* table;
  std::vector<std::string> ancestors;
};

class TriggerPlanner {
 public:
  TriggerPlanner(const Scene& scene, Phases& phases) : scene_(scene), phases_(phases) {
    for (const Definition& definition : scene.to.definitions)
      if (definition.name.kind == ObjectKind::trigger)
        triggers_.emplace(text_of(definition.name),
                          find(definition.properties, PropertyKind::firing));
    for (const auto* phase : {&phases.definitions, &phases.properties_reset, &phases.properties_set,
                              &phases.partitions_moved, &phases.partitions})
      for (const Action& action : *phase) note_forgotten(action);
  }

  void run() {
    for (const Child& child : parents_first()) {
      const Table& table = *child.table;
      const Table* before = find(scene_.before.tables, table.name);
      for (const Property& now : table.properties) {
        if (now.kind != PropertyKind::partition_trigger) continue;
        const Property* was = before ? find_trigger(*before, now.key) : nullptr;
        if (was == nullptr || was->value != now.value || is_forgotten(child, now.key))
          say(table, now.key, was ? std::optional{was->value} : std::nullopt, now.value);
      }
      if (before == nullptr) continue;
      for (const Property& was : before->properties)
        if (was.kind == PropertyKind::partition_trigger && !find_trigger(table, was.key) &&
            has_one(child, was.key, triggers_))
          say(table, was.key, was.value, firing_above(child, was.key));
    }
  }

 private:
  void note_forgotten(const Action& action) {
    const ObjectName* trigger = nullptr;
    if (const auto* creation = change_in<CreateDefinition>(action))
      trigger = &creation->definition.name;
    if (const auto* replacement = change_in<ReplaceDefinition>(action))
      trigger = &replacement->to.name;
    if (const auto* property = change_in<AlterProperty>(action)) {
      if (property->kind == PropertyKind::firing) trigger = &property->object;
      if (property->kind == PropertyKind::partition_of)
        moved_.insert(sql::identifier(property->object.parent));
    }
    if (trigger != nullptr && trigger->kind == ObjectKind::trigger)
      made_or_fired_anew_.insert(text_of(*trigger));
  }

  // What is said of a parent reaches its partitions.
  std::vector<Child> parents_first() const {
    std::vector<Child> children;
    for (const Table& table : scene_.to.tables)
      if (scene_.parents_after.contains(table.name))
        children.push_back({&table, ancestors_of(table.name, scene_.parents_after)});
    stable_sort(children, [](const Child& a, const Child& b) {
      return a.ancestors.size() < b.ancestors.size();
    });
    return children;
  }

  // Whether an ancestor has a trigger of that name among `triggers`.
  template <class Triggers>
  static bool has_one(const Child& child, const std::string& trigger, const Triggers& triggers) {
    return std::ranges::any_of(child.ancestors, [&](const std::string& ancestor) {
      return triggers.contains({ancestor, trigger});
    });
  }

  // How the nearest parent that says it fires the trigger; nothing when it does as usual.
  std::optional<std::string> firing_above(const Child& child, const std::string& trigger) const {
    for (const std::string& ancestor : child.ancestors) {
      const Table* table = find_table(scene_.to, ancestor);
      const Property* said = table ? find_trigger(*table, trigger) : nullptr;
      if (const auto own = triggers_.find({ancestor, trigger}); !said && own != triggers_.end())
        said = own->second;
      if (said != nullptr) return said->value;
    }
    return std::nullopt;
  }

  bool is_forgotten(const Child& child, const std::string& trigger) const {
    return has_one(child, trigger, made_or_fired_anew_) ||
           moved_.contains(sql::identifier(child.table->name)) ||
           std::ranges::any_of(child.ancestors, [&](const std::string& ancestor) {
             return moved_.contains(ancestor);
           });
  }

  void say(const Table& table, const std::string& trigger, const std::optional<std::string>& from,
           const std::optional<std::string>& to) {
    phases_.partition_triggers.emplace_back(Change{AlterProperty{
        {ObjectKind::table, table.name, ""}, PropertyKind::partition_trigger, trigger, from, to}});
  }

  const Scene& scene_;
  Phases& phases_;
  // Those that there are in the end, with how they fire if not as usual.
  std::map<TableTrigger, const Property*> triggers_;
  std::set<TableTrigger> made_or_fired_anew_;
  // Tables that leave or come to what they are partitions of.
  std::set<std::string> moved_;
};

}  // namespace

void plan_partition_triggers(const Scene& scene, Phases& phases) {
  if (!scene.parents_after.empty()) TriggerPlanner(scene, phases).run();
}

}  // namespace tenon::planning
