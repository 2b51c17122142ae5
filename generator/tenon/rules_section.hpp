// A section that Tenon keeps in a file of a person's.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tenon::cli {

/// `text` with `section`, which begins and ends with a marker, behind it; `text` itself when it has
/// that section already.
/// @returns nothing when there is another section between the markers.
[[nodiscard]] std::optional<std::string> with_section(const std::string& text,
                                                      std::string_view section);

}  // namespace tenon::cli
