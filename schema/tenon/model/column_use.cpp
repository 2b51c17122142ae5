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

bool mentions_if_any(const std::optional<std::string>& expression, std::string_view name) {
  return expression && mentions(*expression, name);
}

bool element_mentions(const IndexElement& element, std::string_view name) {
  return element.is_expression && mentions(element.target, name);
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
  if (const auto* check = std::get_if<CheckConstraint>(&constraint.definition)) {
    return mentions(check->expression, name);
  }
  if (const auto* exclusion = std::get_if<ExclusionConstraint>(&constraint.definition)) {
    return mentions_if_any(exclusion->predicate, name) ||
           std::ranges::any_of(exclusion->elements, [&](const ExclusionElement& part) {
             return element_mentions(part.element, name);
           });
  }
  return false;
}

bool expression_mentions(const Index& index, std::string_view name) {
  return mentions_if_any(index.predicate, name) ||
         std::ranges::any_of(index.elements, [&](const IndexElement& element) {
           return element_mentions(element, name);
         });
}

bool has_index(const Constraint& constraint) {
  return !std::holds_alternative<ForeignKey>(constraint.definition) &&
         !std::holds_alternative<CheckConstraint>(constraint.definition);
}

}  // namespace tenon
