// Labels of an enum type: added where PostgreSQL can add them, replaced otherwise.
#include <tenon/diff/compare_properties.hpp>

#include <algorithm>
#include <cstddef>

namespace tenon {
namespace {

// Whether every label of `from` is in `to`, in the same order.
bool only_adds(const std::vector<std::string>& from, const std::vector<std::string>& to) {
  auto next = to.begin();
  for (const std::string& label : from) {
    next = std::find(next, to.end(), label);
    if (next == to.end()) return false;
    ++next;
  }
  return true;
}

}  // namespace

void compare_enum(const EnumType& from, const EnumType& to, ComparedChanges& changes) {
  compare_comments({ObjectKind::enum_type, to.name, ""}, from.comment, to.comment, changes);
  compare_properties({ObjectKind::enum_type, to.name, ""}, from, to, changes);
  if (from.labels == to.labels) return;
  if (!only_adds(from.labels, to.labels)) {
    changes.types.emplace_back(ReplaceEnumLabels{to.name, from.labels, to.labels});
    return;
  }
  const auto is_old = [&](const std::string& label) {
    return std::ranges::find(from.labels, label) != from.labels.end();
  };
  for (auto label = to.labels.begin(); label != to.labels.end(); ++label) {
    if (is_old(*label)) continue;
    const auto before = std::find_if(label, to.labels.end(), is_old);
    AddEnumLabel addition{to.name, *label, std::nullopt};
    if (before != to.labels.end()) addition.before = *before;
    changes.types.emplace_back(std::move(addition));
  }
}

}  // namespace tenon
