#include <tenon/history/branches.hpp>
#include <tenon/history/replaced.hpp>

#include <algorithm>
#include <set>
#include <string_view>
#include <unordered_map>

namespace tenon {

std::vector<const Migration*> heads_of(std::span<const Migration> migrations) {
  std::set<std::string_view> parents;
  for (const Migration& migration : migrations)
    if (migration.parent) parents.insert(*migration.parent);
  std::vector<const Migration*> heads;
  for (const Migration& migration : migrations)
    if (std::ranges::none_of(names_as_parent(migration),
                             [&](std::string_view name) { return parents.contains(name); }))
      heads.push_back(&migration);
  return heads;
}

std::vector<Migration> chain_to(const Migration& head, std::span<const Migration> migrations) {
  std::unordered_map<std::string_view, const Migration*> by_name;
  for (const Migration& migration : migrations)
    for (const std::string_view name : names_as_parent(migration))
      by_name.emplace(name, &migration);

  std::vector<Migration> chain{head};
  // No longer than all of them, should one be its own ancestor.
  while (chain.back().parent && chain.size() < migrations.size()) {
    const auto parent = by_name.find(*chain.back().parent);
    if (parent == by_name.end()) break;
    chain.push_back(*parent->second);
  }
  std::ranges::reverse(chain);
  return chain;
}

}  // namespace tenon
