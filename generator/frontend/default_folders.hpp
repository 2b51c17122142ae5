// Where headers are that no argument names: Clang's own (stddef.h, …) and Tenon's own.
#pragma once

#include <string>

namespace tenon::generator {

/// The folder of the LLVM that this program was built with, or, where that is not on this machine,
/// `lib/clang/<major version>` beside the folder of the program `executable`; empty when neither
/// is.
[[nodiscard]] std::string default_resource_dir(const std::string& executable);

/// The folder that has tenon/annotations.hpp: `include` beside the folder of the program, or where
/// the program was built; empty when neither is.
[[nodiscard]] std::string default_include_dir(const std::string& executable);

}  // namespace tenon::generator
