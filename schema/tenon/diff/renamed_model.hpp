// The Model in the middle of its changes: all names are new, and nothing else is.
#pragma once

#include <tenon/diff/change.hpp>

namespace tenon {

/// `model` with the new schemas and the renames among `changes` made: the Model before, with the
/// names of the Model after. Constraints and indexes still have their old names.
/// @throws ApplyError when a rename does not fit.
[[nodiscard]] Model with_renames(Model model, const Changes& changes);

}  // namespace tenon
