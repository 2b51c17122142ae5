// The metadata header: tables, columns and enums as C++ constants (see <tenon/metadata.hpp>).
#pragma once

#include "declared/diagnostics.hpp"

#include <tenon/model/declarations.hpp>

#include <string>
#include <string_view>

namespace tenon::generator {

/// The text of the header, sorted by names. What it says of one table does not depend on the
/// others.
/// @param name the namespace around the tables.
/// Reports tables and members whose C++ names would collide.
[[nodiscard]] std::string metadata_header(const Declarations& declarations, std::string_view name,
                                          Diagnostics& diagnostics);

}  // namespace tenon::generator
