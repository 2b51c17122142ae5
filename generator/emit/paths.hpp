// Paths as they stand in the output: the same on every machine.
#pragma once

#include <tenon/model/declarations.hpp>

#include <string>
#include <vector>

namespace tenon::generator {

/// `file` relative to the folder `root`, with `..` where it is outside, and `/` between the parts.
[[nodiscard]] std::string relative_path(const std::string& file, const std::string& root);

/// Makes all locations relative to `root`.
void make_relative(Declarations& declarations, const std::string& root);

/// How `#include` finds `header`: relative to the first include directory among the compiler's
/// arguments that contains it, otherwise to `root`.
[[nodiscard]] std::string include_path(const std::string& header,
                                       const std::vector<std::string>& compiler_arguments,
                                       const std::string& root);

}  // namespace tenon::generator
