// Texts as C++ source.
#pragma once

#include <string>
#include <string_view>

namespace tenon::generator {

/// `text` as a string literal.
[[nodiscard]] std::string cpp_literal(std::string_view text);

/// `text` as the lines of a documentation comment, each with its newline.
[[nodiscard]] std::string cpp_comment(std::string_view text);

/// `name` as an identifier: as it is where it is one, otherwise with underscores.
[[nodiscard]] std::string cpp_identifier(std::string_view name);

}  // namespace tenon::generator
