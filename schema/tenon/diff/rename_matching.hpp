// Which of the renames that a person declared count, and the changes that they make.
#pragma once

#include <tenon/diff/change.hpp>
#include <tenon/model/declarations.hpp>

namespace tenon {

/// The changes that rename tables, types, labels and columns of `from`, in an order in which
/// apply() works one by one. See diff() for the rule that says which renames count.
[[nodiscard]] Changes rename_changes(const Model& from, const Model& to, const Intents& intents);

}  // namespace tenon
