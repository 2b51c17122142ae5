#include <tenon/model/lookup.hpp>
#include <tenon/plan/change_in.hpp>
#include <tenon/plan/incomplete_indexes.hpp>
#include <tenon/plan/index_properties.hpp>
#include <tenon/plan/partitions.hpp>
#include <tenon/sql/address.hpp>
#include <tenon/sql/quote.hpp>

#include <map>
#include <set>
#include <string>
#include <vector>

namespace tenon::planning {
namespace {

struct TableIndex {
  const Table* table;
  const Index* index;
};

/// By the SQL text of their names.
using Indexes = std::map<std::string, TableIndex>;

/// A partition as it is to be, and what of.
struct Partition {
  const Table* table;
  const Table* parent;
  /// As it was, when it is one all the time.
  const Table* before;
};

std::map<std::string, const Table*> partitioned_tables(const Model& model) {
  std::map<std::string, const Table*> tables;
  for (const Table& table : model.tables)
    if (find(table.properties, PropertyKind::partition_key) != nullptr)
      tables.emplace(sql::identifier(table.name), &table);
  return tables;
}

std::vector<Partition> partitions_of(const Scene& scene, const Phases& phases) {
  const std::set<QualifiedName> coming = partitions_that_come(phases);
  std::set<QualifiedName> names = coming;
  for (const Action& action : phases.index_drops)
    if (const auto* drop = change_in<DropIndex>(action)) names.insert(drop->table);
  std::vector<Partition> partitions;
  if (names.empty()) return partitions;
  const auto wholes = partitioned_tables(scene.to);
  for (const QualifiedName& name : names) {
    const Table* table = find(scene.to.tables, name);
    const Property* place =
        table == nullptr ? nullptr : find(table->properties, PropertyKind::partition_of);
    const auto parent = place == nullptr ? wholes.end() : wholes.find(place->key);
    if (parent == wholes.end()) continue;
    const Table* before = coming.contains(name) ? nullptr : find(scene.before.tables, name);
    partitions.push_back({table, parent->second, before});
  }
  return partitions;
}

bool is_foreign(const Table& table) {
  return find(table.properties, PropertyKind::foreign_server) != nullptr;
}

// An index is incomplete, too, as long as one of its parts is not there yet.
Indexes incomplete(const std::vector<Partition>& partitions) {
  Indexes found;
  for (bool is_complete = false; !is_complete;) {
    const std::size_t before = found.size();
    for (const auto& [table, parent, was] : partitions)
      for (const Index& index : parent->indexes) {
        const auto text = sql::address({ObjectKind::index, parent->name, index.name});
        // A foreign table has no indexes, and is a partition only where none is unique.
        if (is_foreign(*table) && !index.unique) continue;
        // One that never had a part of it may stay as it is.
        if (was != nullptr && part_in(*was, text) == nullptr) continue;
        const std::string* part = part_in(*table, text);
        if (part == nullptr || found.contains(*part)) found.try_emplace(text, parent, &index);
      }
    is_complete = found.size() == before;
  }
  return found;
}

}  // namespace

void plan_incomplete_indexes(const Scene& scene, const Phases& phases, LateIndexes& late) {
  for (const auto& [text, at] : incomplete(partitions_of(scene, phases)))
    late.come_after(*at.table, *at.index);
}

}  // namespace tenon::planning
