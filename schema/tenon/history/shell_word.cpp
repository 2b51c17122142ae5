#include <tenon/history/shell_word.hpp>

#include <algorithm>
#include <string_view>

namespace tenon {
namespace {

bool is_plain(char c) {
  constexpr std::string_view marks = "_-+./:@%,=";
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         marks.find(c) != marks.npos;
}

}  // namespace

std::string shell_word(const std::string& text) {
  if (!text.empty() && std::ranges::all_of(text, is_plain)) return text;
  std::string word = "'";
  for (const char c : text)
    if (c == '\'')
      word += "'\\''";
    else
      word += c;
  return word + "'";
}

std::string shell_word_to_fill_in(const std::string& text) {
  std::string word = "\"";
  for (const char c : text) {
    if (std::string_view{"\"$`\\"}.find(c) != std::string_view::npos) word += '\\';
    word += c;
  }
  return word + "\"";
}

}  // namespace tenon
