// Objects that a Model has as definitions, and properties.
#include <tenon/diff/compare.hpp>
#include <tenon/diff/property_changes.hpp>
#include <tenon/model/lookup.hpp>

#include <utility>

namespace tenon {

void compare_properties(const ObjectName& object, const std::vector<Property>& from,
                        const std::vector<Property>& to, ComparedChanges& changes) {
  if (from == to) return;
  for (const Property& old : from)
    if (!find(to, old.kind, old.key)) changes.properties.emplace_back(taken_back(object, old));
  for (const Property& now : to) {
    const Property* old = find(from, now.kind, now.key);
    if (old && old->value == now.value) continue;
    AlterProperty change = said(object, now);
    if (old) change.from = old->value;
    changes.properties.emplace_back(std::move(change));
  }
}

void compare_definition(const Definition& from, const Definition& to, ComparedChanges& changes) {
  if (from.statement != to.statement || from.shape != to.shape)
    changes.definitions.emplace_back(ReplaceDefinition{from, to});
  compare_properties(to.name, from.properties, to.properties, changes);
  compare_comments(to.name, from.comment, to.comment, changes);
}

}  // namespace tenon
