// Takes one struct after the other, the first that is ready.
#include "import/struct_order.hpp"

#include <algorithm>

namespace tenon::importing {

std::vector<std::size_t> struct_order(const std::vector<References>& references) {
  std::vector<std::size_t> order;
  std::vector<std::size_t> open(references.size());
  for (std::size_t i = 0; i < open.size(); ++i) open[i] = i;
  std::vector<bool> is_done(references.size());
  const auto are_done = [&](const std::set<std::size_t>& needed, std::size_t self) {
    return std::ranges::all_of(needed, [&](std::size_t i) { return i == self || is_done[i]; });
  };
  while (!open.empty()) {
    auto next = std::ranges::find_if(open, [&](std::size_t i) {
      return are_done(references[i].to_members, i) && are_done(references[i].to_keys, i);
    });
    if (next == open.end())
      next = std::ranges::find_if(
          open, [&](std::size_t i) { return are_done(references[i].to_members, i); });
    if (next == open.end()) next = open.begin();
    is_done[*next] = true;
    order.push_back(*next);
    open.erase(next);
  }
  return order;
}

}  // namespace tenon::importing
