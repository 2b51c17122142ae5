// The changes of one property of an object.
#pragma once

#include <tenon/diff/change.hpp>

#include <optional>
#include <utility>

namespace tenon {

/// The change that says `property` of `object`, of which it was not said before.
[[nodiscard]] inline AlterProperty said(ObjectName object, const Property& property) {
  return {std::move(object), property.kind, property.key, std::nullopt, property.value};
}

/// The change that takes back what `property` says of `object`.
[[nodiscard]] inline AlterProperty taken_back(ObjectName object, const Property& property) {
  return {std::move(object), property.kind, property.key, property.value, std::nullopt};
}

}  // namespace tenon
