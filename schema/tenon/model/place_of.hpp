// Where in the source an object was declared.
#pragma once

#include <tenon/model/declarations.hpp>

namespace tenon {

/// The place of `object`, or of the table or type that it belongs to when it has none of its own;
/// the beginning of the first header when that has none either.
[[nodiscard]] SourceLocation place_of(const ObjectName& object, const Declarations& declared);

}  // namespace tenon
