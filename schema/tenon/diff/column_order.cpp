#include <tenon/diff/column_order.hpp>
#include <tenon/model/lookup.hpp>

#include <string>
#include <unordered_map>

namespace tenon {
namespace {

// The names of `table` that `other` has too.
std::vector<std::string> common_columns(const Table& table, const Table& other) {
  std::vector<std::string> names;
  for (const Column& column : table.columns)
    if (find(other.columns, column.name) != nullptr) names.push_back(column.name);
  return names;
}

}  // namespace

std::vector<QualifiedName> tables_in_another_order(const Model& from, const Model& to) {
  std::unordered_map<QualifiedName, const Table*, QualifiedNameHash> before;
  for (const Table& table : from.tables) before.emplace(table.name, &table);
  std::vector<QualifiedName> moved;
  for (const Table& table : to.tables) {
    const auto found = before.find(table.name);
    if (found != before.end() &&
        common_columns(*found->second, table) != common_columns(table, *found->second))
      moved.push_back(table.name);
  }
  return moved;
}

}  // namespace tenon
