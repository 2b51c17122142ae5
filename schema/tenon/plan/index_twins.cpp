#include <tenon/diff/property_changes.hpp>
#include <tenon/model/lookup.hpp>
#include <tenon/model/take_if.hpp>
#include <tenon/plan/change_in.hpp>
#include <tenon/plan/index_properties.hpp>
#include <tenon/plan/index_twins.hpp>
#include <tenon/plan/partitions.hpp>
#include <tenon/sql/address.hpp>

#include <algorithm>
#include <iterator>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace tenon::planning {
namespace {

// What PostgreSQL does not look at.
Index anonymous(Index index) {
  index.name.clear();
  index.comment.reset();
  index.storage_parameters.clear();
  return index;
}

bool is_part(const Table& table, const Index& index) {
  const std::string text = sql::address({ObjectKind::index, table.name, index.name});
  return find(table.properties, PropertyKind::index_partition, text) != nullptr;
}

std::vector<Index> parts_of(const Table& table) {
  std::vector<Index> parts;
  for (const Index& index : table.indexes)
    if (is_part(table, index)) parts.push_back(anonymous(index));
  return parts;
}

template <class IndexChange>
bool is_of(const Action& action, const QualifiedName& table, const std::string& index) {
  const auto* change = change_in<IndexChange>(action);
  return change != nullptr && change->table == table && change->index.name == index;
}

/// One table that becomes a partition.
class TwinPlanner {
 public:
  TwinPlanner(const Scene& scene, const Table& after, Phases& phases)
      : scene_{scene},
        after_{after},
        before_{find(scene.before.tables, after.name)},
        phases_{phases},
        parts_{parts_of(after)} {}

  void run() {
    if (parts_.empty()) return;
    for (const Index& index : after_.indexes)
      if (!is_part(after_, index) && is_twin(index)) come_after(index);
    if (before_ != nullptr)
      for (const Index& index : before_->indexes)
        if (is_twin(index)) go_before(index.name);
  }

 private:
  bool is_twin(const Index& index) const {
    return std::ranges::find(parts_, anonymous(index)) != parts_.end();
  }

  void come_after(const Index& index) {
    // What is built concurrently comes after everything.
    const auto creates = [&](const Action& action) {
      return is_of<CreateIndex>(action, after_.name, index.name) &&
             !change_in<CreateIndex>(action)->concurrently;
    };
    if (auto created = take_if(phases_.index_additions, creates); !created.empty()) {
      std::ranges::move(created, std::back_inserter(phases_.index_twins));
      return;
    }
    if (scene_.created_tables.contains(after_.name))
      take_from_creation(index.name);
    else
      drop(index);
    phases_.index_twins.emplace_back(Change{CreateIndex{after_.name, index}});
  }

  // With what is said of it.
  void take_from_creation(const std::string& name) {
    for (Action& action : phases_.tables) {
      auto* creation = change_in<CreateTable>(action);
      if (creation == nullptr || creation->table.name != after_.name) continue;
      Table& table = creation->table;
      std::erase_if(table.indexes, [&](const Index& index) { return index.name == name; });
      for (const Property& property : take_if(table.properties, [&](const Property& one) {
             return is_said_of_index(one, table.name, table.name, name);
           }))
        phases_.properties_set.emplace_back(
            Change{said({ObjectKind::table, table.name, ""}, property)});
    }
  }

  // By the name that it has then: indexes get new names later.
  void drop(const Index& index) {
    Index dropped = index;
    const auto renames = [&](const Action& action) {
      const auto* rename = change_in<RenameIndex>(action);
      return rename != nullptr && rename->table == after_.name && rename->to == index.name;
    };
    for (const Action& action : take_if(phases_.key_renames, renames))
      dropped.name = change_in<RenameIndex>(action)->from;
    phases_.partition_index_drops.emplace_back(Change{DropIndex{after_.name, dropped}});
  }

  void go_before(const std::string& name) {
    std::ranges::move(
        take_if(phases_.index_drops,
                [&](const Action& action) { return is_of<DropIndex>(action, after_.name, name); }),
        std::back_inserter(phases_.partition_index_drops));
  }

  const Scene& scene_;
  const Table& after_;
  const Table* before_;
  Phases& phases_;
  std::vector<Index> parts_;
};

}  // namespace

void plan_index_twins(const Scene& scene, Phases& phases) {
  std::set<QualifiedName> attached = partitions_in(phases.partitions);
  attached.merge(partitions_in(phases.partitions_moved));
  for (const QualifiedName& name : attached)
    if (const Table* after = find(scene.to.tables, name)) TwinPlanner{scene, *after, phases}.run();
}

}  // namespace tenon::planning
