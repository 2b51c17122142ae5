// Where Clang's own headers (stddef.h, …) are.
#pragma once

#include <string>

namespace tenon::generator {

/// The folder of the LLVM that this program was built with, or, where that is not on this machine,
/// `lib/clang/<major version>` beside the folder of the program `executable`; empty when neither
/// is.
[[nodiscard]] std::string default_resource_dir(const std::string& executable);

}  // namespace tenon::generator
