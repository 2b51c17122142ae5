// From what headers declare to the Model and what goes with it.
#pragma once

#include "declared/declared.hpp"
#include "declared/diagnostics.hpp"

#include <tenon/model/declarations.hpp>

namespace tenon::generator {

/// Maps everything, and reports everything that cannot be mapped. Locations are those of
/// `declared`; `headers` is left empty. After an error the result is not to be used.
[[nodiscard]] Declarations map_declarations(const Declared& declared, Diagnostics& diagnostics);

}  // namespace tenon::generator
