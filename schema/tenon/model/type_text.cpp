// Reads the name at the beginning of a type's SQL text.
#include <tenon/model/type_text.hpp>

#include <cctype>
#include <cstddef>
#include <string>

namespace tenon {
namespace {

bool is_name_character(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return std::isalnum(byte) != 0 || c == '_' || c == '$' || byte >= 0x80U;
}

void skip_spaces(std::string_view& text) {
  while (!text.empty() && std::isspace(static_cast<unsigned char>(text.front())) != 0) {
    text.remove_prefix(1);
  }
}

std::optional<std::string> take_quoted_name(std::string_view& text) {
  std::string name;
  for (std::size_t at = 1; at < text.size(); ++at) {
    if (text[at] != '"') {
      name += text[at];
    } else if (at + 1 < text.size() && text[at + 1] == '"') {
      name += text[at++];
    } else {
      text.remove_prefix(at + 1);
      return name;
    }
  }
  return std::nullopt;
}

// PostgreSQL folds the capitals of an unquoted name; only the ASCII ones in a UTF-8 database.
std::optional<std::string> take_name(std::string_view& text) {
  if (text.empty()) return std::nullopt;
  if (text.front() == '"') return take_quoted_name(text);
  std::string name;
  while (!text.empty() && is_name_character(text.front())) {
    const char c = text.front();
    name += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    text.remove_prefix(1);
  }
  if (name.empty()) return std::nullopt;
  return name;
}

}  // namespace

std::optional<TypeText> parse_type(std::string_view type) {
  skip_spaces(type);
  std::optional<std::string> first = take_name(type);
  if (!first) return std::nullopt;
  if (type.empty() || type.front() != '.') {
    return TypeText{{"public", *std::move(first)}, std::string(type)};
  }
  type.remove_prefix(1);
  std::optional<std::string> second = take_name(type);
  if (!second) return std::nullopt;
  return TypeText{{*std::move(first), *std::move(second)}, std::string(type)};
}

bool is_of_type(std::string_view type, const QualifiedName& name) {
  const std::optional<TypeText> parsed = parse_type(type);
  return parsed && parsed->name == name;
}

bool is_array_type(std::string_view type) {
  const std::optional<TypeText> parsed = parse_type(type);
  if (!parsed) return false;
  const std::string_view rest = parsed->rest;
  return rest.ends_with("]") || rest.ends_with(" array") || rest.ends_with(" ARRAY");
}

std::string without_modifiers(std::string_view type) {
  std::string result;
  int depth = 0;
  bool quoted = false;
  for (const char c : type) {
    if (c == '"' && depth == 0) quoted = !quoted;
    if (!quoted && c == '(') ++depth;
    if (depth == 0) result += c;
    if (!quoted && c == ')') --depth;
  }
  while (result.ends_with(' ')) result.pop_back();
  return result;
}

}  // namespace tenon
