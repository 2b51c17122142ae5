// Looks for columns in constraints, indexes and expressions.
#include <tenon/model/column_use.hpp>

#include <algorithm>
#include <cctype>
#include <cstddef>
#include <string>

namespace tenon {
namespace {

bool is_word_character(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return std::isalnum(byte) != 0 || c == '_' || c == '$' || byte >= 0x80U;
}

// ASCII capitals become small; an unquoted name means the same in either.
char folded(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

template <class Object>
bool lists(const Object& object, std::string_view column) {
  bool found = false;
  for_each_listed_column(object, [&](const std::string& name) { found |= name == column; });
  return found;
}

template <class Object>
bool any_expression_mentions(const Object& object, std::string_view name) {
  bool found = false;
  for_each_expression(object, [&](const std::string& text) { found |= mentions(text, name); });
  return found;
}

}  // namespace

bool mentions(std::string_view expression, std::string_view name) {
  std::string word;
  for (const char c : name) {
    word += folded(c);
    if (c == '"') word += c;
  }
  const auto same = [](char in_text, char in_word) { return folded(in_text) == in_word; };
  auto from = expression.begin();
  while (true) {
    const auto found = std::search(from, expression.end(), word.begin(), word.end(), same);
    if (found == expression.end()) return false;
    const auto after = found + static_cast<std::ptrdiff_t>(word.size());
    const bool begins = found == expression.begin() || !is_word_character(*(found - 1));
    const bool ends = after == expression.end() || !is_word_character(*after);
    if (begins && ends) return true;
    from = found + 1;
  }
}

bool lists_column(const Constraint& constraint, std::string_view column) {
  return lists(constraint, column);
}

bool lists_column(const Index& index, std::string_view column) {
  return lists(index, column);
}

bool expression_mentions(const Constraint& constraint, std::string_view name) {
  return any_expression_mentions(constraint, name);
}

bool expression_mentions(const Index& index, std::string_view name) {
  return any_expression_mentions(index, name);
}

const std::vector<std::string>* key_columns(const Constraint& constraint) {
  if (const auto* primary = std::get_if<PrimaryKey>(&constraint.definition))
    return &primary->columns;
  const auto* unique = std::get_if<UniqueConstraint>(&constraint.definition);
  return unique ? &unique->columns : nullptr;
}

bool has_index(const Constraint& constraint) {
  return !std::holds_alternative<ForeignKey>(constraint.definition) &&
         !std::holds_alternative<CheckConstraint>(constraint.definition);
}

}  // namespace tenon
