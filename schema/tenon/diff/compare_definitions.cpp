// Objects that a Model has as definitions, and properties.
#include <tenon/diff/compare.hpp>

#include <algorithm>

namespace tenon {
namespace {

bool is_same(const Property& a, const Property& b) {
  return a.kind == b.kind && a.key == b.key;
}

const Property* find_same(const std::vector<Property>& properties, const Property& wanted) {
  const auto found = std::ranges::find_if(
      properties, [&](const Property& property) { return is_same(property, wanted); });
  return found == properties.end() ? nullptr : &*found;
}

}  // namespace

void compare_properties(const ObjectName& object, const std::vector<Property>& from,
                        const std::vector<Property>& to, ComparedChanges& changes) {
  if (from == to) return;
  for (const Property& old : from) {
    if (!find_same(to, old))
      changes.properties.emplace_back(
          AlterProperty{object, old.kind, old.key, old.value, std::nullopt});
  }
  for (const Property& now : to) {
    const Property* old = find_same(from, now);
    if (old && old->value == now.value) continue;
    changes.properties.emplace_back(AlterProperty{
        object, now.kind, now.key, old ? std::optional{old->value} : std::nullopt, now.value});
  }
}

void compare_definition(const Definition& from, const Definition& to, ComparedChanges& changes) {
  if (from.statement != to.statement || from.shape != to.shape)
    changes.definitions.emplace_back(ReplaceDefinition{from, to});
  compare_properties(to.name, from.properties, to.properties, changes);
  compare_comments(to.name, from.comment, to.comment, changes);
}

}  // namespace tenon
