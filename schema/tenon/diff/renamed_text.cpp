// Replaces tokens; what cannot be scanned stays as it is and is refused elsewhere.
#include <tenon/diff/renamed_text.hpp>
#include <tenon/sql/quote.hpp>
#include <tenon/sql/tokens.hpp>

#include <cstddef>
#include <vector>

namespace tenon {
namespace {

// `is_meant(tokens, i)` says whether the token is to be replaced.
template <class IsMeant>
std::string replaced(const std::string& expression, const std::string& by,
                     const IsMeant& is_meant) {
  std::vector<sql::Token> tokens;
  try {
    tokens = sql::tokens(expression);
  } catch (const SqlError&) {
    return expression;
  }
  std::string result;
  std::size_t done = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (!is_meant(tokens, i)) continue;
    result.append(expression, done, tokens[i].begin - done).append(by);
    done = tokens[i].begin + tokens[i].text.size();
  }
  return result.append(expression, done);
}

bool names(const sql::Token& token, std::string_view name) {
  return token.kind == sql::TokenKind::name && sql::named_by(token.text) == name;
}

bool is_followed_by(const std::vector<sql::Token>& tokens, std::size_t i, std::string_view text) {
  return i + 1 < tokens.size() && tokens[i + 1].text == text;
}

// Whether a type stands there: behind `::` or the AS of a CAST, or in front of a literal.
bool is_type(const std::vector<sql::Token>& tokens, std::size_t i) {
  if (i + 1 < tokens.size() && tokens[i + 1].kind == sql::TokenKind::text) return true;
  if (i >= 2 && tokens[i - 1].text == ".") i -= 2;
  return i >= 1 && (tokens[i - 1].text == "::" || sql::named_by(tokens[i - 1].text) == "as");
}

}  // namespace

std::string with_column_renamed(const std::string& expression, std::string_view from,
                                std::string_view to) {
  return replaced(expression, sql::identifier(to), [&](const auto& tokens, std::size_t i) {
    return names(tokens[i], from) && !is_followed_by(tokens, i, "(") &&
           !is_followed_by(tokens, i, ".") && !is_type(tokens, i);
  });
}

std::string with_table_renamed(const std::string& expression, std::string_view from,
                               std::string_view to) {
  return replaced(expression, sql::identifier(to), [&](const auto& tokens, std::size_t i) {
    return names(tokens[i], from) && is_followed_by(tokens, i, ".");
  });
}

std::string with_type_renamed(const std::string& expression, std::string_view from,
                              std::string_view to) {
  return replaced(expression, sql::identifier(to), [&](const auto& tokens, std::size_t i) {
    return names(tokens[i], from) && !is_followed_by(tokens, i, ".") && is_type(tokens, i);
  });
}

std::string with_label_renamed(const std::string& expression, std::string_view from,
                               std::string_view to) {
  const std::string old_text = sql::literal(from);
  return replaced(expression, sql::literal(to), [&](const auto& tokens, std::size_t i) {
    return tokens[i].kind == sql::TokenKind::text && tokens[i].text == old_text;
  });
}

}  // namespace tenon
