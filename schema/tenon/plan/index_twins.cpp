#include <tenon/model/lookup.hpp>
#include <tenon/model/take_if.hpp>
#include <tenon/plan/change_in.hpp>
#include <tenon/plan/index_twins.hpp>
#include <tenon/plan/partitions.hpp>
#include <tenon/sql/address.hpp>

#include <algorithm>
#include <iterator>
#include <set>
#include <string>
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

/// One table that becomes a partition.
class TwinPlanner {
 public:
  TwinPlanner(const Scene& scene, const Table& after, Phases& phases, LateIndexes& late)
      : after_{after},
        before_{find(scene.before.tables, after.name)},
        phases_{phases},
        late_{late},
        parts_{parts_of(after)} {}

  void run() {
    if (parts_.empty()) return;
    for (const Index& index : after_.indexes)
      if (!is_part(after_, index) && is_twin(index)) late_.come_after(after_, index);
    if (before_ != nullptr)
      for (const Index& index : before_->indexes)
        if (is_twin(index)) go_before(index.name);
  }

 private:
  bool is_twin(const Index& index) const {
    return std::ranges::find(parts_, anonymous(index)) != parts_.end();
  }

  void go_before(const std::string& name) {
    const auto drops = [&](const Action& action) {
      const auto* drop = change_in<DropIndex>(action);
      return drop != nullptr && drop->table == after_.name && drop->index.name == name;
    };
    std::ranges::move(take_if(phases_.index_drops, drops),
                      std::back_inserter(phases_.partition_index_drops));
  }

  const Table& after_;
  const Table* before_;
  Phases& phases_;
  LateIndexes& late_;
  std::vector<Index> parts_;
};

}  // namespace

void plan_index_twins(const Scene& scene, Phases& phases, LateIndexes& late) {
  for (const QualifiedName& name : partitions_that_come(phases))
    if (const Table* after = find(scene.to.tables, name))
      TwinPlanner{scene, *after, phases, late}.run();
}

}  // namespace tenon::planning
