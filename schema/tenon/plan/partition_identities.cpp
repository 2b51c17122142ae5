#include <tenon/model/lookup.hpp>
#include <tenon/plan/partition_identities.hpp>
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

bool has_identity(const Column& column) {
  return column.identity.has_value();
}

// What partitions that have identity columns are partitions of, by the SQL text of its name.
std::vector<std::pair<const Table*, std::string>> partitions_with_identities(const Model& model) {
  std::vector<std::pair<const Table*, std::string>> partitions;
  for (const Table& table : model.tables)
    for (const Property& property : table.properties)
      if (property.kind == PropertyKind::partition_of &&
          std::ranges::any_of(table.columns, has_identity))
        partitions.emplace_back(&table, property.key);
  return partitions;
}

using Given = std::set<std::pair<QualifiedName, std::string>>;

// The columns that have their identity from a parent.
Given given_identities(const Model& model) {
  const auto partitions = partitions_with_identities(model);
  if (partitions.empty()) return {};
  std::map<std::string, const Table*> tables;
  for (const Table& table : model.tables) tables.emplace(sql::identifier(table.name), &table);
  Given given;
  for (const auto& [partition, parent_name] : partitions) {
    const auto parent = tables.find(parent_name);
    if (parent == tables.end()) continue;
    for (const Column& column : partition->columns)
      if (const Column* of_parent = find(parent->second->columns, column.name);
          column.identity && of_parent && of_parent->identity)
        given.emplace(partition->name, column.name);
  }
  return given;
}

Column own(Column column, const QualifiedName& table, const Given& given) {
  if (given.contains({table, column.name})) {
    column.identity.reset();
    column.identity_options.reset();
  }
  return column;
}

}  // namespace

Changes without_given_identities(Changes changes, const Model& before, const Model& to) {
  const Given given_before = given_identities(before);
  const Given given_after = given_identities(to);
  Given given = given_before;
  given.insert(given_after.begin(), given_after.end());
  if (given.empty()) return changes;
  std::set<QualifiedName> created;
  for (Change& change : changes)
    if (auto* creation = std::get_if<CreateTable>(&change)) {
      created.insert(creation->table.name);
      for (Column& column : creation->table.columns)
        column = own(std::move(column), creation->table.name, given_after);
    }
  std::erase_if(changes, [&](const Change& change) {
    const auto* altered = std::get_if<AlterColumnIdentity>(&change);
    return altered && given.contains({altered->table, altered->column});
  });
  for (const auto& [name, column] : given) {
    if (created.contains(name)) continue;
    const Table* table_before = find(before.tables, name);
    const Table* table_after = find(to.tables, name);
    const Column* first = table_before ? find(table_before->columns, column) : nullptr;
    const Column* last = table_after ? find(table_after->columns, column) : nullptr;
    if (first == nullptr || last == nullptr) continue;
    const Column from = own(*first, name, given_before);
    const Column now = own(*last, name, given_after);
    if (from.identity != now.identity)
      changes.emplace_back(AlterColumnIdentity{name, column, from.identity, now.identity,
                                               from.identity_options, now.identity_options});
  }
  return changes;
}

}  // namespace tenon::planning
