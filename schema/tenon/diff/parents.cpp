#include <tenon/diff/parents.hpp>
#include <tenon/sql/quote.hpp>

#include <algorithm>
#include <cstddef>
#include <utility>

namespace tenon {

bool names_parent(PropertyKind kind) {
  return kind == PropertyKind::partition_of || kind == PropertyKind::inherits;
}

Parents parents_in(const Model& model) {
  Parents parents;
  for (const Table& table : model.tables)
    for (const Property& property : table.properties)
      if (names_parent(property.kind)) parents[table.name].push_back(property.key);
  return parents;
}

Parents parents_in_both(const Model& from, const Model& to) {
  Parents parents = parents_in(to);
  return parents.empty() ? parents : parents_in_both(parents_in(from), std::move(parents));
}

Parents parents_in_both(const Parents& from, Parents to) {
  for (auto& [child, parents] : to) {
    const auto found = from.find(child);
    std::erase_if(parents, [&](const std::string& parent) {
      return found == from.end() || std::ranges::find(found->second, parent) == found->second.end();
    });
  }
  return to;
}

bool is_among(const std::vector<std::string>& parents, const QualifiedName& table) {
  return std::ranges::find(parents, sql::identifier(table)) != parents.end();
}

const Table* find_table(const Model& model, const std::string& name) {
  const auto found = std::ranges::find_if(
      model.tables, [&](const Table& table) { return sql::identifier(table.name) == name; });
  return found == model.tables.end() ? nullptr : &*found;
}

std::vector<std::string> ancestors_of(const QualifiedName& table, const Parents& parents) {
  const auto found = parents.find(table);
  if (found == parents.end()) return {};
  std::vector<std::string> ancestors = found->second;
  for (std::size_t i = 0; i < ancestors.size(); ++i)
    for (const auto& [child, its_parents] : parents)
      if (sql::identifier(child) == ancestors[i])
        ancestors.insert(ancestors.end(), its_parents.begin(), its_parents.end());
  return ancestors;
}

}  // namespace tenon
