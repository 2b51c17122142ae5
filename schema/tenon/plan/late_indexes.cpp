#include <tenon/diff/property_changes.hpp>
#include <tenon/model/take_if.hpp>
#include <tenon/plan/change_in.hpp>
#include <tenon/plan/index_properties.hpp>
#include <tenon/plan/late_indexes.hpp>
#include <tenon/sql/address.hpp>

#include <algorithm>
#include <iterator>
#include <utility>

namespace tenon::planning {

void LateIndexes::come_after(const Table& table, const Index& index) {
  if (!done_.insert(sql::address({ObjectKind::index, table.name, index.name})).second) return;
  // What is built concurrently comes after everything.
  const auto creates = [&](const Action& action) {
    const auto* creation = change_in<CreateIndex>(action);
    return creation != nullptr && creation->table == table.name &&
           creation->index.name == index.name && !creation->concurrently;
  };
  if (auto created = take_if(phases_.index_additions, creates); !created.empty()) {
    std::ranges::move(created, std::back_inserter(phases_.late_indexes));
    return;
  }
  if (scene_.created_tables.contains(table.name))
    take_from_creation(table.name, index.name);
  else
    drop(table.name, index);
  phases_.late_indexes.emplace_back(Change{CreateIndex{table.name, index}});
}

void LateIndexes::take_parts() {
  const auto gives_part = [&](const Action& action) {
    const auto* property = change_in<AlterProperty>(action);
    return property != nullptr && property->kind == PropertyKind::index_partition && property->to &&
           done_.contains(*property->to);
  };
  std::ranges::move(take_if(phases_.partitions, gives_part),
                    std::back_inserter(phases_.late_index_parts));
}

// With what is said of it.
void LateIndexes::take_from_creation(const QualifiedName& of, const std::string& name) {
  for (Action& action : phases_.tables) {
    auto* creation = change_in<CreateTable>(action);
    if (creation == nullptr || creation->table.name != of) continue;
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
void LateIndexes::drop(const QualifiedName& table, const Index& index) {
  Index dropped = index;
  const auto renames = [&](const Action& action) {
    const auto* rename = change_in<RenameIndex>(action);
    return rename != nullptr && rename->table == table && rename->to == index.name;
  };
  for (const Action& action : take_if(phases_.key_renames, renames))
    dropped.name = change_in<RenameIndex>(action)->from;
  phases_.partition_index_drops.emplace_back(Change{DropIndex{table, dropped}});
}

}  // namespace tenon::planning
