// Texts with values put in.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace tenon::cli {

/// `text` with the value of `name` where it has `@name@`. A value that is alone on its line brings
/// its own line ends, so that one which is empty leaves no line.
/// @throws std::logic_error for a name that has no value.
[[nodiscard]] std::string filled(std::string_view text,
                                 const std::map<std::string, std::string, std::less<>>& values);

}  // namespace tenon::cli
