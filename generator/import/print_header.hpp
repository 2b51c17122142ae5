// Declarations as the text of a header.
#pragma once

#include "import/declare.hpp"

#include <set>
#include <string>

namespace tenon::importing {

/// A header that declares all of `schema`.
/// @param space the namespace.
/// @param included the names of the headers that it needs.
[[nodiscard]] std::string header_text(const DeclaredSchema& schema, const std::string& space,
                                      const std::set<std::string>& included);

}  // namespace tenon::importing
