// Texts as C++ source.
#include "emit/cpp_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace tenon::generator {
namespace {

// https://en.cppreference.com/w/cpp/keyword, with the alternative tokens.
constexpr std::array<std::string_view, 92> keywords = {
    "alignas",       "alignof",     "and",
    "and_eq",        "asm",         "auto",
    "bitand",        "bitor",       "bool",
    "break",         "case",        "catch",
    "char",          "char16_t",    "char32_t",
    "char8_t",       "class",       "co_await",
    "co_return",     "co_yield",    "compl",
    "concept",       "const",       "const_cast",
    "consteval",     "constexpr",   "constinit",
    "continue",      "decltype",    "default",
    "delete",        "do",          "double",
    "dynamic_cast",  "else",        "enum",
    "explicit",      "export",      "extern",
    "false",         "float",       "for",
    "friend",        "goto",        "if",
    "inline",        "int",         "long",
    "mutable",       "namespace",   "new",
    "noexcept",      "not",         "not_eq",
    "nullptr",       "operator",    "or",
    "or_eq",         "private",     "protected",
    "public",        "register",    "reinterpret_cast",
    "requires",      "return",      "short",
    "signed",        "sizeof",      "static",
    "static_assert", "static_cast", "struct",
    "switch",        "template",    "this",
    "thread_local",  "throw",       "true",
    "try",           "typedef",     "typeid",
    "typename",      "union",       "unsigned",
    "using",         "virtual",     "void",
    "volatile",      "wchar_t",     "while",
    "xor",           "xor_eq"};
static_assert(std::ranges::is_sorted(keywords));

bool is_word_character(char character) {
  return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z') ||
         (character >= '0' && character <= '9') || character == '_';
}

}  // namespace

std::string cpp_literal(std::string_view text) {
  std::string literal = "\"";
  char before = 0;
  for (const char character : text) {
    if (character == '"' || character == '\\' || (character == '?' && before == '?'))
      literal += '\\';
    if (static_cast<unsigned char>(character) < 0x20 || character == 0x7F)
      literal += fmt::format("\\{:03o}", static_cast<unsigned char>(character));
    else
      literal += character;
    before = character;
  }
  return literal + '"';
}

std::string cpp_comment(std::string_view text) {
  std::string comment;
  while (true) {
    const auto end = text.find_first_of("\n\r\f\v");
    auto line = std::string(text.substr(0, end));
    // A backslash at the end would continue the comment.
    if (line.ends_with('\\') || line.ends_with("?\?/")) line += " .";
    comment += line.empty() ? "///\n" : "/// " + line + "\n";
    if (end == text.npos) return comment;
    text.remove_prefix(end + 1);
  }
}

std::string cpp_identifier(std::string_view name) {
  std::string identifier;
  for (const char character : name) identifier += is_word_character(character) ? character : '_';
  if (identifier.empty() || (identifier[0] >= '0' && identifier[0] <= '9'))
    identifier.insert(0, 1, '_');
  if (std::ranges::binary_search(keywords, std::string_view(identifier))) identifier += '_';
  return identifier;
}

}  // namespace tenon::generator
