// One element of an index or an exclusion constraint.
#pragma once

#include "mapping/mapped.hpp"

#include <optional>

namespace tenon::generator {

/// From `&User::email`, `expression("…")`, `key(…)`, `asc(…)` or `desc(…)`. An element without a
/// column is of `member`, where the index stands on one.
/// @returns nothing after an error, which is reported.
[[nodiscard]] std::optional<IndexElement> index_element(const Argument& argument,
                                                        const MappedTable& table,
                                                        const DeclaredMember* member,
                                                        const SourceLocation& location,
                                                        Diagnostics& diagnostics);

}  // namespace tenon::generator
