// Looks for triggers that are made anew, and for what moves.
#include <tenon/diff/parents.hpp>
#include <tenon/model/lookup.hpp>
#include <tenon/plan/change_in.hpp>
#include <tenon/plan/partition_triggers.hpp>
#include <tenon/sql/quote.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

namespace tenon::planning {
namespace {

const Property* find_trigger(const Table& table, const std::string& trigger) {
  return find(table.properties, PropertyKind::partition_trigger, trigger);
}

class TriggerPlanner {
 public:
  TriggerPlanner(const Scene& scene, Phases& phases)
      : scene_(scene), phases_(phases), parents_(scene.parents_after) {}

  void run() {
    for (const Table* table : parents_first()) {
      const std::vector<std::string> ancestors = ancestors_of(table->name, parents_);
      const Table* before = find(scene_.before.tables, table->name);
      for (const Property& now : table->properties) {
        if (now.kind != PropertyKind::partition_trigger) continue;
        const Property* was = before ? find_trigger(*before, now.key) : nullptr;
        if (was == nullptr || was->value != now.value || is_forgotten(*table, ancestors, now.key))
          say(*table, now.key, was ? std::optional{was->value} : std::nullopt, now.value);
      }
      if (before == nullptr) continue;
      for (const Property& was : before->properties)
        if (was.kind == PropertyKind::partition_trigger && !find_trigger(*table, was.key) &&
            has_trigger(scene_.to, ancestors, was.key))
          say(*table, was.key, was.value, std::nullopt);
    }
  }

 private:
  // What is said of a parent reaches its partitions.
  std::vector<const Table*> parents_first() const {
    std::vector<const Table*> tables;
    for (const Table& table : scene_.to.tables)
      if (parents_.contains(table.name)) tables.push_back(&table);
    std::ranges::stable_sort(
        tables, {}, [&](const Table* table) { return ancestors_of(table->name, parents_).size(); });
    return tables;
  }

  static bool is_trigger(const ObjectName& object, const std::vector<std::string>& tables,
                         const std::string& trigger) {
    return object.kind == ObjectKind::trigger && is_among(tables, object.parent) &&
           sql::identifier(object.member) == trigger;
  }

  static bool has_trigger(const Model& model, const std::vector<std::string>& tables,
                          const std::string& trigger) {
    return std::ranges::any_of(model.definitions, [&](const Definition& definition) {
      return is_trigger(definition.name, tables, trigger);
    });
  }

  bool is_forgotten(const Table& table, const std::vector<std::string>& ancestors,
                    const std::string& trigger) const {
    const auto makes_forget = [&](const Action& action) {
      if (const auto* creation = change_in<CreateDefinition>(action))
        return is_trigger(creation->definition.name, ancestors, trigger);
      if (const auto* replacement = change_in<ReplaceDefinition>(action))
        return is_trigger(replacement->to.name, ancestors, trigger);
      const auto* property = change_in<AlterProperty>(action);
      if (property == nullptr) return false;
      if (property->kind == PropertyKind::firing)
        return is_trigger(property->object, ancestors, trigger);
      return property->kind == PropertyKind::partition_of &&
             (property->object.parent == table.name ||
              is_among(ancestors, property->object.parent));
    };
    const std::array phases{&phases_.definitions, &phases_.properties_reset,
                            &phases_.properties_set, &phases_.partitions_moved,
                            &phases_.partitions};
    return std::ranges::any_of(phases, [&](const std::vector<Action>* phase) {
      return std::ranges::any_of(*phase, makes_forget);
    });
  }

  void say(const Table& table, const std::string& trigger, const std::optional<std::string>& from,
           const std::optional<std::string>& to) {
    phases_.partition_triggers.emplace_back(Change{AlterProperty{
        {ObjectKind::table, table.name, ""}, PropertyKind::partition_trigger, trigger, from, to}});
  }

  const Scene& scene_;
  Phases& phases_;
  const Parents& parents_;
};

}  // namespace

void plan_partition_triggers(const Scene& scene, Phases& phases) {
  TriggerPlanner(scene, phases).run();
}

}  // namespace tenon::planning
