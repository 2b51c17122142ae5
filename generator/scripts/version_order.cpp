#include "scripts/version_order.hpp"

#include <tenon/model/stable_sort.hpp>

#include <algorithm>
#include <compare>
#include <utility>

namespace tenon::scripts {
namespace {

constexpr std::string_view digits = "0123456789";

std::strong_ordering compare(const std::string& a, const std::string& b) {
  if (a.size() != b.size()) return a.size() <=> b.size();
  return a <=> b;
}

bool is_before(const Version& a, const Version& b) {
  return std::lexicographical_compare_three_way(a.begin(), a.end(), b.begin(), b.end(), compare) <
         0;
}

}  // namespace

Version version_of(std::string_view text) {
  Version version;
  while (!text.empty()) {
    const auto end = std::min(text.find_first_of("._"), text.size());
    std::string_view part = text.substr(0, end);
    part.remove_prefix(std::min(part.find_first_not_of('0'), part.size()));
    version.emplace_back(part);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  while (!version.empty() && version.back().empty()) version.pop_back();
  return version;
}

std::vector<Script> in_order(std::vector<VersionedScript> scripts) {
  stable_sort(scripts, [](const VersionedScript& a, const VersionedScript& b) {
    return is_before(a.version, b.version);
  });
  const auto twice = std::ranges::adjacent_find(scripts, {}, &VersionedScript::version);
  if (twice != scripts.end())
    throw ScriptError{
        {std::next(twice)->script.path.string()},
        "has the same version as " + twice->script.path.string() + ": which of them comes first?"};
  std::vector<Script> ordered;
  ordered.reserve(scripts.size());
  for (VersionedScript& one : scripts) ordered.push_back(std::move(one.script));
  return ordered;
}

std::string_view leading_digits(std::string_view name) {
  return name.substr(0, std::min(name.find_first_not_of(digits), name.size()));
}

}  // namespace tenon::scripts
