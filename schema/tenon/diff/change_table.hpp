// Which table a change is about.
#pragma once

#include <tenon/diff/change.hpp>

namespace tenon {

/// The table that a change is about, by the name in the change; null for types and schemas.
[[nodiscard]] const QualifiedName* table_of(const Change& change);

}  // namespace tenon
