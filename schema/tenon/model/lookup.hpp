// Finding the objects of a Model by name.
#pragma once

#include <tenon/model/model.hpp>

#include <algorithm>
#include <string_view>
#include <vector>

namespace tenon {

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
