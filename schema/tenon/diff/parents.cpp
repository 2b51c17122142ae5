#include <tenon/diff/parents.hpp>
#include <tenon/sql/quote.hpp>

#include <algorithm>
#include <cstddef>

namespace tenon {

Parents parents_in(const Model& model) {
  Parents parents;
  for (const Table& table : model.tables)
    for (const Property& property : table.properties)
      if (property.kind == PropertyKind::partition_of || property.kind == PropertyKind::inherits)
        parents[table.name].push_back(property.key);
  return parents;
}

Parents parents_in_both(const Model& from, const Model& to) {
  Parents parents = parents_in(to);
  if (parents.empty()) return parents;
  const Parents before = parents_in(from);
  for (auto& [child, its_parents] : parents) {
    const auto found = before.find(child);
    std::erase_if(its_parents, [&](const std::string& parent) {
      return found == before.end() ||
             std::ranges::find(found->second, parent) == found->second.end();
    });
  }
  return parents;
}

bool is_among(const std::vector<std::string>& parents, const QualifiedName& table) {
  return std::ranges::find(parents, sql::identifier(table)) != parents.end();
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
