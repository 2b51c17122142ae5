// The order that does not depend on the order of declaration.
#pragma once

#include <algorithm>
#include <vector>

namespace tenon {

/// The objects in the order of their names. They refer to `objects`, which has to outlive them.
template <class Object>
[[nodiscard]] std::vector<const Object*> sorted_by_name(const std::vector<Object>& objects) {
  std::vector<const Object*> sorted;
  sorted.reserve(objects.size());
  for (const Object& object : objects) sorted.push_back(&object);
  std::ranges::sort(sorted, {}, [](const Object* object) -> const auto& { return object->name; });
  return sorted;
}

}  // namespace tenon
