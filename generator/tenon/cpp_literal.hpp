// Texts in generated C++.
#pragma once

#include <string>
#include <string_view>

namespace tenon::cli {

/// `text` as a C++ string literal, in pieces: compilers limit the length of one.
[[nodiscard]] std::string cpp_literal(std::string_view text);

}  // namespace tenon::cli
