// The properties of one object that both sides have.
#pragma once

#include <tenon/diff/compare.hpp>
#include <tenon/diff/owners_privileges.hpp>
#include <tenon/diff/property_changes.hpp>
#include <tenon/model/lookup.hpp>

#include <utility>

namespace tenon {

/// Adds an AlterProperty for each property that differs, but for an owner's privileges. Those of
/// both objects are sorted, or have their own order.
template <class Object>
void compare_properties(const ObjectName& name, const Object& from, const Object& to,
                        ComparedChanges& changes) {
  if (from.properties == to.properties) return;
  const auto add = [&](const Property& property, AlterProperty change) {
    if (!is_of_one_owner(property, from.owner, to.owner))
      changes.properties.emplace_back(std::move(change));
  };
  for (const Property& old : from.properties)
    if (!find(to.properties, old.kind, old.key)) add(old, taken_back(name, old));
  for (const Property& now : to.properties) {
    const Property* old = find(from.properties, now.kind, now.key);
    if (old && old->value == now.value) continue;
    AlterProperty change = said(name, now);
    if (old) change.from = old->value;
    add(now, std::move(change));
  }
}

}  // namespace tenon
