// The renames among changes, as a person would have declared them.
#pragma once

#include <tenon/diff/change.hpp>
#include <tenon/model/declarations.hpp>

#include <span>
#include <vector>

namespace tenon {

/// What `changes` rename, from the first to the last name: an object that was moved aside for a
/// moment is said once, one that was moved aside to be dropped is not said. Sorted.
[[nodiscard]] std::vector<Rename> made_renames(const Changes& changes);

/// `renames` the other way round: what a person would declare to go back.
[[nodiscard]] std::vector<Rename> inverted(const std::vector<Rename>& renames);

/// What a table or a column was called before `changes` renamed it, or moved it aside; a column
/// under the name that its table has now.
[[nodiscard]] ObjectName name_before(ObjectName object, std::span<const Change> changes);

}  // namespace tenon
