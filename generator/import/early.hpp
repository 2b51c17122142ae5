// What tables need that is no table.
#pragma once

#include "import/choices.hpp"

#include <tenon/model/model.hpp>

namespace tenon::importing {

/// Leaves to SQL what can be created neither with the structs, since it needs more than they have,
/// nor before them, since that needs tables itself.
void leave_late_parts(const Model& model, Choices& choices);

/// What must be there before the structs are: the types, functions, sequences and extensions that
/// they use, with all that these use, and without what is said of them later.
/// @param structs what the structs are.
[[nodiscard]] Model early_part(const Model& model, const Model& structs, const Choices& choices);

}  // namespace tenon::importing
