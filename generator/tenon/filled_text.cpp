// Looks for names between two @; whatever else has an @ stays as it is.
#include "filled_text.hpp"

#include <algorithm>
#include <stdexcept>

namespace tenon::cli {
namespace {

bool is_name_character(char c) {
  return c == '_' || (c >= 'a' && c <= 'z');
}

// The name that begins behind the @ at `at`; empty when none does.
std::string_view name_at(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at + 1);
  const auto end = std::ranges::find_if_not(rest, is_name_character);
  if (end == rest.end() || *end != '@') return {};
  return rest.substr(0, static_cast<std::size_t>(end - rest.begin()));
}

}  // namespace

std::string filled(std::string_view text,
                   const std::map<std::string, std::string, std::less<>>& values) {
  std::string result;
  while (!text.empty()) {
    const std::size_t at = std::min(text.find('@'), text.size());
    result += text.substr(0, at);
    text.remove_prefix(at);
    if (text.empty()) break;
    const std::string_view name = name_at(text, 0);
    if (name.empty()) {
      result += text.front();
      text.remove_prefix(1);
      continue;
    }
    const auto value = values.find(name);
    if (value == values.end()) throw std::logic_error{"no value for @" + std::string{name} + "@"};
    const bool begins_line = result.empty() || result.ends_with('\n');
    result += value->second;
    text.remove_prefix(name.size() + 2);
    if (begins_line && text.starts_with('\n')) text.remove_prefix(1);
  }
  return result;
}

}  // namespace tenon::cli
