#include <fmt/format.h>

#include <tenon/history/branches.hpp>
#include <tenon/history/replaced.hpp>
#include <tenon/history/shell_word.hpp>

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

std::string way_back_before_rebase(const std::optional<std::string>& last_shared,
                                   const std::filesystem::path& migrations) {
  // Where the folder is in the other working tree is known when it is below this place.
  const std::filesystem::path folder = migrations.lexically_normal();
  const bool is_below = folder.is_relative() && !folder.empty() && *folder.begin() != "..";
  return fmt::format(
      "a database of yours that has run migrations of the branch that is written anew takes them "
      "back, with the files as they were before the merge: git worktree add --detach "
      "../before-merge COMMIT && tenon down --to {} --database URL --migrations {}",
      last_shared.value_or("base"),
      shell_word(("../before-merge" / (is_below ? folder : "PATH" / folder.filename())).string()));
}

}  // namespace tenon
