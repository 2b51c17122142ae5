// Text in XML and HTML.
#pragma once

#include <string>
#include <string_view>

namespace tenon::cli {

/// `text` for between tags and in quoted attributes. Characters that no XML document can have
/// become U+FFFD.
/// https://www.w3.org/TR/xml/#charsets
[[nodiscard]] std::string escaped_markup(std::string_view text);

}  // namespace tenon::cli
