#include "cpp_literal.hpp"

#include <fmt/format.h>

namespace tenon::cli {

std::string cpp_literal(std::string_view text) {
  constexpr std::size_t longest_piece = 8000;
  std::string literal = "\"";
  std::size_t piece = 0;
  for (const char c : text) {
    if (++piece > longest_piece) {
      literal += "\"\n    \"";
      piece = 0;
    }
    switch (c) {
      case '\n':
        literal += "\\n\"\n    \"";
        piece = 0;
        break;
      case '"':
        literal += "\\\"";
        break;
      case '\\':
        literal += "\\\\";
        break;
      case '?':
        literal += "\\?";
        break;
      default:
        if (static_cast<unsigned char>(c) < 0x20)
          literal += fmt::format("\\{:03o}", static_cast<unsigned char>(c));
        else
          literal += c;
    }
  }
  return literal + "\"";
}

}  // namespace tenon::cli
