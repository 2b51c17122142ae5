// Compares what each table is a partition of before and after.
#include <tenon/diff/parents.hpp>
#include <tenon/diff/property_changes.hpp>
#include <tenon/model/column_use.hpp>
#include <tenon/model/lookup.hpp>
#include <tenon/model/take_if.hpp>
#include <tenon/plan/change_in.hpp>
#include <tenon/plan/partitions.hpp>
#include <tenon/sql/quote.hpp>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <vector>

namespace tenon::planning {
namespace {

bool is_partition_of(const Property& property) {
  return property.kind == PropertyKind::partition_of;
}

// What `table` says of the same parent, or null.
const Property* same_parent(const Table& table, const Property& property) {
  return find(table.properties, property.kind, property.key);
}

Action leave(const Table& table, const Property& parent) {
  return Change{taken_back({ObjectKind::table, table.name, ""}, parent)};
}

Action come(const Table& table, const Property& parent) {
  return Change{said({ObjectKind::table, table.name, ""}, parent)};
}

class PartitionPlanner {
 public:
  PartitionPlanner(const Scene& scene, const Rebuilds& made_anew, Phases& phases)
      : scene_(scene), made_anew_(made_anew), phases_(phases) {}

  void run() {
    for (const Table& table : scene_.to.tables) {
      const Table* before = find(scene_.before.tables, table.name);
      for (const Property& parent : table.properties)
        if (is_partition_of(parent) && !is_there(before, parent)) taken_.insert(parent.key);
    }
    for (const Table& before : scene_.before.tables) {
      const Table* after = find(scene_.to.tables, before.name);
      if (scene_.dropped_tables.contains(before.name)) {
        drop(before);
      } else if (after != nullptr) {
        move(before, *after);
      }
    }
  }

 private:
  bool is_there(const Table* before, const Property& parent) const {
    return before != nullptr && !scene_.dropped_tables.contains(before->name) &&
           std::ranges::find(before->properties, parent) != before->properties.end();
  }

  void drop(const Table& table) {
    for (const Property& parent : table.properties)
      if (is_partition_of(parent) && !drops_one_of(scene_, {parent.key}) &&
          (taken_.contains(parent.key) || is_referred_to(table.name)))
        phases_.partitions_left.push_back(leave(table, parent));
  }

  // Whether a foreign key refers to the rows of the partition by way of what it is a part of.
  bool is_referred_to(const QualifiedName& partition) const {
    const std::vector<std::string> ancestors = ancestors_of(partition, scene_.parents_before);
    return std::ranges::any_of(scene_.to.tables, [&](const Table& table) {
      return std::ranges::any_of(table.constraints, [&](const Constraint& constraint) {
        const auto* key = std::get_if<ForeignKey>(&constraint.definition);
        return key && is_among(ancestors, key->referenced_table);
      });
    });
  }

  // A part of an index that goes, but is the index of a key: PostgreSQL drops neither of them.
  // While the partition is away it drops the index.
  bool takes_key_from_index(const Table& table) {
    bool takes = false;
    for (const Property& part : table.properties) {
      if (part.kind != PropertyKind::index_partition || !is_key(table, part.key)) continue;
      auto moved = take_if(phases_.index_drops,
                           [&](const Action& action) { return drops_index(action, part.value); });
      std::ranges::move(moved, std::back_inserter(phases_.partition_index_drops));
      takes = takes || std::ranges::any_of(
                           phases_.partition_index_drops,
                           [&](const Action& action) { return drops_index(action, part.value); });
    }
    return takes;
  }

  static bool is_key(const Table& table, const std::string& index) {
    return std::ranges::any_of(table.constraints, [&](const Constraint& constraint) {
      return has_index(constraint) &&
             sql::identifier(QualifiedName{table.name.schema, constraint.name}) == index;
    });
  }

  static bool drops_index(const Action& action, const std::string& name) {
    const auto* drop = change_in<DropIndex>(action);
    return drop && sql::identifier(QualifiedName{drop->table.schema, drop->index.name}) == name;
  }

  void move(const Table& before, const Table& after) {
    const bool has_new_parent = made_anew_.children.contains(before.name);
    for (const Property& parent : before.properties) {
      if (!names_parent(parent.kind)) continue;
      const Property* now = same_parent(after, parent);
      if (has_new_parent && now != nullptr) {
        phases_.properties_reset.push_back(leave(before, parent));
        phases_.partitions.push_back(come(after, *now));
      } else if (is_partition_of(parent) && now == nullptr) {
        phases_.properties_reset.push_back(leave(before, parent));
      } else if (is_partition_of(parent) &&
                 (takes_key_from_index(before) || now->value != parent.value)) {
        phases_.partitions_left.push_back(leave(before, parent));
        phases_.partitions_moved.push_back(come(after, *now));
      }
    }
    for (const Property& parent : after.properties)
      if (is_partition_of(parent) && same_parent(before, parent) == nullptr)
        phases_.partitions.push_back(come(after, parent));
  }

  const Scene& scene_;
  const Rebuilds& made_anew_;
  Phases& phases_;
  // Parents that get partitions or other bounds.
  std::set<std::string> taken_;
};

}  // namespace

void plan_partitions(const Scene& scene, const Rebuilds& made_anew, Phases& phases) {
  PartitionPlanner(scene, made_anew, phases).run();
}

std::set<QualifiedName> partitions_away(const Phases& phases) {
  std::set<QualifiedName> away;
  for (const auto* steps : {&phases.partitions_left, &phases.properties_reset})
    for (const Action& action : *steps) {
      const auto* property = change_in<AlterProperty>(action);
      if (property && property->kind == PropertyKind::partition_of)
        away.insert(property->object.parent);
    }
  return away;
}

void order_partitions(const Scene& scene, Phases& phases) {
  std::ranges::stable_sort(phases.partitions, {}, [&](const Action& action) {
    const auto& step = std::get<AlterProperty>(std::get<Change>(action));
    const std::size_t depth = ancestors_of(step.object.parent, scene.parents_after).size();
    return std::tuple{-static_cast<std::ptrdiff_t>(depth),
                      step.kind == PropertyKind::index_partition};
  });
}

}  // namespace tenon::planning
