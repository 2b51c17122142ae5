// Compares what each table is a partition of before and after.
#include <tenon/diff/parents.hpp>
#include <tenon/diff/property_changes.hpp>
#include <tenon/model/column_use.hpp>
#include <tenon/model/lookup.hpp>
#include <tenon/model/stable_sort.hpp>
#include <tenon/model/take_if.hpp>
#include <tenon/plan/change_in.hpp>
#include <tenon/plan/index_properties.hpp>
#include <tenon/plan/partitions.hpp>
#include <tenon/sql/address.hpp>
#include <tenon/sql/quote.hpp>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <string>
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

std::set<std::string> referred_tables(const Model& model) {
  std::set<std::string> referred;
  for (const Table& table : model.tables)
    for (const Constraint& constraint : table.constraints)
      if (const auto* key = std::get_if<ForeignKey>(&constraint.definition))
        referred.insert(sql::identifier(key->referenced_table));
  return referred;
}

class PartitionPlanner {
 public:
  PartitionPlanner(const Scene& scene, const Rebuilds& made_anew, Phases& phases)
      : scene_(scene), made_anew_(made_anew), phases_(phases) {
    if (!scene.dropped_tables.empty()) referred_ = referred_tables(scene.to);
    for (const Action& action : phases.index_drops)
      if (const auto* drop = change_in<DropIndex>(action)) dropped_indexes_.insert(text_of(*drop));
    for (const Action& action : phases.index_additions)
      if (const auto* index = change_in<CreateIndex>(action)) indexed_.insert(index->table);
    for (const Action& action : phases.key_additions)
      if (const auto* key = change_in<AddConstraint>(action)) indexed_.insert(key->table);
  }

  void run() {
    for (const Table& table : scene_.to.tables) {
      if (!scene_.parents_after.contains(table.name)) continue;
      const Table* before = find(scene_.before.tables, table.name);
      for (const Property& parent : table.properties)
        if (is_partition_of(parent) && !is_there(before, parent)) taken_.insert(parent.key);
    }
    for (const Table& before : scene_.before.tables) {
      if (!scene_.parents_before.contains(before.name) &&
          !scene_.parents_after.contains(before.name))
        continue;
      if (scene_.dropped_tables.contains(before.name)) {
        drop(before);
      } else if (const Table* after = find(scene_.to.tables, before.name)) {
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
      if (is_partition_of(parent) && !scene_.dropped_table_texts.contains(parent.key) &&
          (taken_.contains(parent.key) || is_referred_to(table.name) || holds_column(table) ||
           lacks_part(table, parent.key)))
        phases_.partitions_left.push_back(leave(table, parent));
  }

  // Whether a foreign key refers to the rows of the partition by way of what it is a part of.
  bool is_referred_to(const QualifiedName& partition) const {
    return std::ranges::any_of(
        ancestors_of(partition, scene_.parents_before),
        [&](const std::string& ancestor) { return referred_.contains(ancestor); });
  }

  // Whether an index of the whole has no part in it, and so is not valid while it is there, nor
  // afterwards.
  bool lacks_part(const Table& partition, const std::string& parent) const {
    const Table* whole = find_table(scene_.to, parent);
    return whole != nullptr &&
           (indexed_.contains(whole->name) ||
            std::ranges::any_of(whole->indexes, [&](const Index& index) {
              return part_in(partition,
                             sql::address({ObjectKind::index, whole->name, index.name})) == nullptr;
            }));
  }

  // Whether its own partitions are told by a column that a table above it loses or gives another
  // type, which PostgreSQL refuses while this one is a part of that.
  bool holds_column(const Table& table) const {
    const Property* key = find(table.properties, PropertyKind::partition_key);
    if (key == nullptr) return false;
    const auto ancestors = ancestors_of(table.name, scene_.parents_before);
    const auto is_held = [&](const QualifiedName& of, const std::string& column) {
      return is_among(ancestors, of) && mentions(key->value, column);
    };
    return std::ranges::any_of(scene_.changes, [&](const Change& change) {
      if (const auto* drop = std::get_if<DropColumn>(&change))
        return is_held(drop->table, drop->column.name);
      const auto* type = std::get_if<AlterColumnType>(&change);
      return type != nullptr && is_held(type->table, type->column);
    });
  }

  // A part of an index that goes, but is the index of a key: PostgreSQL drops neither of them.
  // While the partition is away it drops the index.
  bool takes_key_from_index(const Table& table) {
    bool takes = false;
    for (const Property& part : table.properties) {
      if (part.kind != PropertyKind::index_partition || !dropped_indexes_.contains(part.value) ||
          !find_key(table, part.key))
        continue;
      takes = true;
      if (!moved_indexes_.insert(part.value).second) continue;
      std::ranges::move(take_if(phases_.index_drops,
                                [&](const Action& action) {
                                  const auto* drop = change_in<DropIndex>(action);
                                  return drop && text_of(*drop) == part.value;
                                }),
                        std::back_inserter(phases_.partition_index_drops));
    }
    return takes;
  }

  static std::string text_of(const DropIndex& drop) {
    return sql::address({ObjectKind::index, drop.table, drop.index.name});
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
  // All by the SQL text of their names. Tables that foreign keys refer to, where any table goes:
  std::set<std::string> referred_;
  // Indexes that go, and those of them that do so while a partition is away:
  std::set<std::string> dropped_indexes_;
  std::set<std::string> moved_indexes_;
  // Tables that get indexes, those of keys among them:
  std::set<QualifiedName> indexed_;
  // Parents that get partitions or other bounds:
  std::set<std::string> taken_;
};

}  // namespace

void plan_partitions(const Scene& scene, const Rebuilds& made_anew, Phases& phases) {
  PartitionPlanner(scene, made_anew, phases).run();
}

std::set<QualifiedName> partitions_in(const std::vector<Action>& steps) {
  std::set<QualifiedName> partitions;
  for (const Action& action : steps) {
    const auto* property = change_in<AlterProperty>(action);
    if (property && property->kind == PropertyKind::partition_of)
      partitions.insert(property->object.parent);
  }
  return partitions;
}

std::set<QualifiedName> partitions_that_come(const Phases& phases) {
  std::set<QualifiedName> partitions = partitions_in(phases.partitions);
  partitions.merge(partitions_in(phases.partitions_moved));
  return partitions;
}

std::set<QualifiedName> partitions_away(const Phases& phases) {
  std::set<QualifiedName> away = partitions_in(phases.partitions_left);
  away.merge(partitions_in(phases.properties_reset));
  return away;
}

void order_partitions(const Scene& scene, Phases& phases) {
  const auto step_of = [](const Action& action) -> const AlterProperty& {
    return std::get<AlterProperty>(std::get<Change>(action));
  };
  std::map<QualifiedName, std::size_t> depths;
  for (const Action& action : phases.partitions) {
    const QualifiedName& table = step_of(action).object.parent;
    if (!depths.contains(table))
      depths.emplace(table, ancestors_of(table, scene.parents_after).size());
  }
  stable_sort(phases.partitions, [&](const Action& first, const Action& second) {
    const AlterProperty& a = step_of(first);
    const AlterProperty& b = step_of(second);
    const std::size_t depth_a = depths.at(a.object.parent);
    const std::size_t depth_b = depths.at(b.object.parent);
    if (depth_a != depth_b) return depth_a > depth_b;
    return a.kind != PropertyKind::index_partition && b.kind == PropertyKind::index_partition;
  });
}

}  // namespace tenon::planning
