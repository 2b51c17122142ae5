// Finding the objects of a Model by name.
#pragma once

#include <tenon/model/model.hpp>

#include <algorithm>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace tenon {

struct QualifiedNameHash {
  [[nodiscard]] std::size_t operator()(const QualifiedName& name) const {
    return std::hash<std::string>{}(name.name);
  }
};

/// Names to look for in whole Models.
using QualifiedNameSet = std::unordered_set<QualifiedName, QualifiedNameHash>;

/// The first of `properties` of that kind, or null.
[[nodiscard]] inline const Property* find(const std::vector<Property>& properties,
                                          PropertyKind kind) {
  const auto found = std::ranges::find(properties, kind, &Property::kind);
  return found == properties.end() ? nullptr : &*found;
}

/// The property of that kind and key, or null.
[[nodiscard]] inline const Property* find(const std::vector<Property>& properties,
                                          PropertyKind kind, std::string_view key) {
  const auto found = std::ranges::find_if(properties, [&](const Property& property) {
    return property.kind == kind && property.key == key;
  });
  return found == properties.end() ? nullptr : &*found;
}

/// The first element of `objects` that is called `name`, or null. For schemas, columns,
/// constraints and indexes.
template <class Object>
[[nodiscard]] Object* find(std::vector<Object>& objects, std::string_view name) {
  const auto found = std::ranges::find(objects, name, &Object::name);
  return found == objects.end() ? nullptr : &*found;
}
template <class Object>
[[nodiscard]] const Object* find(const std::vector<Object>& objects, std::string_view name) {
  const auto found = std::ranges::find(objects, name, &Object::name);
  return found == objects.end() ? nullptr : &*found;
}

/// The first element of `objects` that is called `name`, or null. For tables and types.
template <class Object>
[[nodiscard]] Object* find(std::vector<Object>& objects, const QualifiedName& name) {
  const auto found = std::ranges::find(objects, name, &Object::name);
  return found == objects.end() ? nullptr : &*found;
}
template <class Object>
[[nodiscard]] const Object* find(const std::vector<Object>& objects, const QualifiedName& name) {
  const auto found = std::ranges::find(objects, name, &Object::name);
  return found == objects.end() ? nullptr : &*found;
}

/// The first element of `objects` that is called `name`, or null. For definitions.
template <class Object>
[[nodiscard]] Object* find(std::vector<Object>& objects, const ObjectName& name) {
  const auto found = std::ranges::find(objects, name, &Object::name);
  return found == objects.end() ? nullptr : &*found;
}
template <class Object>
[[nodiscard]] const Object* find(const std::vector<Object>& objects, const ObjectName& name) {
  const auto found = std::ranges::find(objects, name, &Object::name);
  return found == objects.end() ? nullptr : &*found;
}

}  // namespace tenon
