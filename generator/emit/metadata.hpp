// The metadata header: tables, columns and enums as C++ constants (see <tenon/metadata.hpp>).
#pragma once

#include "declared/diagnostics.hpp"

#include <tenon/model/declarations.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace tenon::generator {

/// The text of the header, sorted by names. What it says of one table does not depend on the
/// others.
/// @param views structs that are views, as tables.
/// @param name the namespace around the tables.
/// Reports tables and members whose C++ names would collide.
[[nodiscard]] std::string metadata_header(const Declarations& declarations,
                                          const std::vector<Table>& views, std::string_view name,
                                          Diagnostics& diagnostics);

}  // namespace tenon::generator
