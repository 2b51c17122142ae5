// Finds arrays that are cast as a whole; lists have a file of their own.
#include <tenon/catalog/printed_lists.hpp>
#include <tenon/catalog/printed_scan.hpp>
#include <tenon/catalog/printed_text.hpp>

#include <string_view>
#include <utility>

namespace tenon::catalog {
namespace {

constexpr std::string_view opening = "(ARRAY[";

struct Array {
  /// The bracket that closes it.
  std::size_t end = std::string_view::npos;
  /// The type of its first element, if that is written behind it.
  std::string_view element_type;
};

// Reads the array whose first element begins at `begin`.
Array read_array(std::string_view text, std::size_t begin) {
  Array array;
  bool is_first = true;
  std::size_t type = std::string_view::npos;
  const auto end_element = [&](std::size_t at) {
    if (is_first && type != std::string_view::npos)
      array.element_type = text.substr(type, at - type);
    is_first = false;
  };
  for (PrintedScan scan{text, begin}; scan.next();) {
    const std::size_t at = scan.at();
    if (scan.depth() < 0) {
      end_element(at);
      array.end = at;
      return array;
    }
    if (scan.depth() == 0 && scan.character() == ',') end_element(at);
    if (scan.depth() == 0 && text.substr(at, 2) == "::") {
      type = at + 2;
      scan.go_on_at(type);
    }
  }
  return array;
}

}  // namespace

std::string readable_text(std::string text) {
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == '\'' || text[at] == '"') {
      at = after_quoted(text, at);
      continue;
    }
    if (text.compare(at, opening.size(), opening) != 0) {
      ++at;
      continue;
    }
    at += opening.size();
    const Array array = read_array(text, at);
    if (array.end == std::string::npos || array.element_type.empty()) continue;
    if (text.compare(array.end, 4, "])::") != 0) continue;
    const std::string type = "::" + std::string(array.element_type) + "[]";
    text.insert(array.end + 1, type);
  }
  return with_comparisons_in_front(std::move(text));
}

}  // namespace tenon::catalog
