// The part of the old Model that a plan needs.
#pragma once

#include <tenon/diff/change.hpp>

#include <variant>

namespace tenon::planning {

/// The tables of `from` that `changes` concern, with the renames among the changes already made:
/// those that a change names, those with a foreign key to one of them, and those that use an enum
/// type which changes. Constraints and indexes still have their old names.
///
/// A plan is made for each of hundreds of migrations, so it must not cost what the whole Model
/// weighs.
[[nodiscard]] Model model_before(const Model& from, const Changes& changes);

template <class... Kinds>
[[nodiscard]] bool is_one_of(const Change& change) {
  return (std::holds_alternative<Kinds>(change) || ...);
}

}  // namespace tenon::planning
