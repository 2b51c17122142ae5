// Literals and quoted names in what PostgreSQL prints.
#pragma once

#include <cstddef>
#include <string_view>

namespace tenon::catalog {

/// The place after the literal or the quoted name that begins at `at`.
[[nodiscard]] inline std::size_t after_quoted(std::string_view text, std::size_t at) {
  const char quote = text[at];
  for (++at; at < text.size(); ++at) {
    if (text[at] != quote) continue;
    if (at + 1 < text.size() && text[at + 1] == quote) {
      ++at;
    } else {
      return at + 1;
    }
  }
  return text.size();
}

}  // namespace tenon::catalog
