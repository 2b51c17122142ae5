// The change that a step of a plan makes.
#pragma once

#include <tenon/plan/plan.hpp>

#include <variant>

namespace tenon {

/// The change of the kind `Kind` that `action` makes, or null when it makes one of another kind or
/// none at all.
template <class Kind>
[[nodiscard]] const Kind* change_in(const Action& action) {
  const auto* change = std::get_if<Change>(&action);
  return change ? std::get_if<Kind>(change) : nullptr;
}
template <class Kind>
[[nodiscard]] Kind* change_in(Action& action) {
  auto* change = std::get_if<Change>(&action);
  return change ? std::get_if<Kind>(change) : nullptr;
}

}  // namespace tenon
