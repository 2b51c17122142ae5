// Colours of a terminal.
#pragma once

#include <iosfwd>
#include <string_view>

namespace tenon::cli {

/// What switches each on, and `off` all of them; empty texts where there are no colours.
struct Colours {
  std::string_view bold, error, warning, note, off;
};

/// For standard output and standard error, when they are a terminal and NO_COLOR is not set
/// (https://no-color.org); none for any other stream.
[[nodiscard]] Colours colours_for(const std::ostream& out);

}  // namespace tenon::cli
