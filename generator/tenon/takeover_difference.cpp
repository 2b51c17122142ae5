#include "takeover_difference.hpp"

#include <algorithm>
#include <utility>

namespace tenon::cli {

void TakeoverDifferences::add(const std::string& name, const std::vector<std::string>& details) {
  const auto same = std::ranges::find(all_, name, &TakeoverDifference::name);
  if (same == all_.end())
    all_.push_back({name, details});
  else
    same->details.insert(same->details.end(), details.begin(), details.end());
}

std::vector<TakeoverDifference> TakeoverDifferences::take() {
  return std::move(all_);
}

}  // namespace tenon::cli
