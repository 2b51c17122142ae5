// Going through what PostgreSQL prints.
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

/// Goes from character to character, past literals and quoted names, and counts brackets.
class PrintedScan {
 public:
  PrintedScan(std::string_view text, std::size_t begin) : text_{text}, next_{begin} {}

  /// Whether there was one more character.
  bool next() {
    while (next_ < text_.size() && (text_[next_] == '\'' || text_[next_] == '"'))
      next_ = after_quoted(text_, next_);
    if (next_ >= text_.size()) return false;
    at_ = next_++;
    if (character() == '(' || character() == '[') ++depth_;
    if (character() == ')' || character() == ']') --depth_;
    return true;
  }
  void go_on_at(std::size_t place) { next_ = place; }

  [[nodiscard]] std::size_t at() const { return at_; }
  [[nodiscard]] char character() const { return text_[at_]; }
  /// The brackets that are open, the one at this place among them, and closed ones no more.
  [[nodiscard]] int depth() const { return depth_; }

 private:
  std::string_view text_;
  std::size_t next_;
  std::size_t at_ = 0;
  int depth_ = 0;
};

}  // namespace tenon::catalog
