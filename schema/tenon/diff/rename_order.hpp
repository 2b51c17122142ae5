// The order in which objects can be renamed one by one.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

namespace tenon {

/// One object gets another name. Name is std::string or QualifiedName.
template <class Name>
struct Renaming {
  Name from;
  Name to;

  friend bool operator==(const Renaming&, const Renaming&) = default;
};

/// Puts `renamings` into an order in which no new name is still held by another one's old name.
/// Where names go round in a circle, the first of the circle is moved aside to `aside_name(from)`
/// and comes from there at the end.
///
/// @param renamings no two have the same old name, no two the same new name.
template <class Name>
[[nodiscard]] std::vector<Renaming<Name>> in_possible_order(
    std::vector<Renaming<Name>> renamings, const std::function<Name(const Name&)>& aside_name) {
  std::vector<Renaming<Name>> ordered;
  const auto is_held = [&](const Name& name, std::size_t except) {
    for (std::size_t at = 0; at < renamings.size(); ++at) {
      if (at != except && renamings[at].from == name) return true;
    }
    return false;
  };
  while (!renamings.empty()) {
    std::optional<std::size_t> possible;
    for (std::size_t at = 0; at < renamings.size() && !possible; ++at) {
      if (!is_held(renamings[at].to, at)) possible = at;
    }
    if (possible) {
      ordered.push_back(renamings[*possible]);
      renamings.erase(renamings.begin() + static_cast<std::ptrdiff_t>(*possible));
    } else {
      const Name aside = aside_name(renamings.front().from);
      ordered.push_back({renamings.front().from, aside});
      renamings.front().from = aside;
    }
  }
  return ordered;
}

}  // namespace tenon
