// Replaces tokens; what cannot be scanned stays as it is and is refused elsewhere.
#include <tenon/diff/renamed_text.hpp>
#include <tenon/sql/quote.hpp>
#include <tenon/sql/tokens.hpp>

#include <cstddef>
#include <optional>
#include <vector>

namespace tenon {
namespace {

// `replacement(tokens, i)` says what stands in the place of the token, if anything else does.
template <class Replacement>
std::string with_replacements(const std::string& expression, const Replacement& replacement) {
  std::vector<sql::Token> tokens;
  try {
    tokens = sql::tokens(expression);
  } catch (const SqlError&) {
    return expression;
  }
  std::string result;
  std::size_t done = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const std::optional<std::string> by = replacement(tokens, i);
    if (!by) continue;
    result.append(expression, done, tokens[i].begin - done).append(*by);
    done = tokens[i].begin + tokens[i].text.size();
  }
  return result.append(expression, done);
}

// `is_meant(tokens, i)` says whether the token is to be replaced.
template <class IsMeant>
std::string replaced(const std::string& expression, const std::string& by,
                     const IsMeant& is_meant) {
  return with_replacements(expression, [&](const auto& tokens, std::size_t i) {
    return is_meant(tokens, i) ? std::optional{by} : std::nullopt;
  });
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

// Where a name stands that PostgreSQL prints with its schema, or without it when that is public.
enum class Place { elsewhere, schema, point, behind_schema, alone };

Place place_of(const QualifiedName& name, const std::vector<sql::Token>& tokens, std::size_t i) {
  const auto is_behind_schema = [&](std::size_t at) {
    return at >= 2 && tokens[at - 1].text == "." && names(tokens[at - 2], name.schema);
  };
  if (names(tokens[i], name.name)) {
    if (is_behind_schema(i)) return Place::behind_schema;
    // Columns are called by the table's name alone, whatever its schema is.
    const bool is_first = i == 0 || tokens[i - 1].text != ".";
    if (is_first && (name.schema == "public" || is_followed_by(tokens, i, ".")))
      return Place::alone;
  }
  const auto is_schema = [&](std::size_t at) {
    return at + 2 < tokens.size() && names(tokens[at + 2], name.name) && is_behind_schema(at + 2) &&
           (at == 0 || tokens[at - 1].text != ".");
  };
  if (is_schema(i)) return Place::schema;
  return i > 0 && is_schema(i - 1) ? Place::point : Place::elsewhere;
}

std::optional<std::string> new_name(const QualifiedName& from, const QualifiedName& to,
                                    const std::vector<sql::Token>& tokens, std::size_t i) {
  const bool loses_schema = from.schema != to.schema && to.schema == "public";
  switch (place_of(from, tokens, i)) {
    case Place::elsewhere:
      return std::nullopt;
    case Place::schema:
      return loses_schema ? "" : sql::identifier(to.schema);
    case Place::point:
      return loses_schema ? "" : ".";
    case Place::behind_schema:
      return sql::identifier(to.name);
    case Place::alone:
      return is_followed_by(tokens, i, ".") ? sql::identifier(to.name) : sql::identifier(to);
  }
  return std::nullopt;
}

// A word in front of another one at the beginning of a list's part: the name of an argument.
bool is_argument_name(const std::vector<sql::Token>& tokens, std::size_t i) {
  const auto is = [&](std::size_t at, std::string_view word) {
    return sql::named_by(tokens[at].text) == word;
  };
  const bool begins = i == 0 || tokens[i - 1].text == "(" || tokens[i - 1].text == "," ||
                      is(i - 1, "in") || is(i - 1, "out") || is(i - 1, "inout") ||
                      is(i - 1, "variadic");
  return begins && i + 1 < tokens.size() && tokens[i + 1].kind == sql::TokenKind::name &&
         !is(i + 1, "default");
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

std::string with_object_renamed(const std::string& statement, const QualifiedName& from,
                                const QualifiedName& to) {
  return with_replacements(statement,
                           [&](const auto& tokens, std::size_t i) -> std::optional<std::string> {
                             if (i > 0 && sql::named_by(tokens[i - 1].text) == "as")
                               return std::nullopt;
                             return new_name(from, to, tokens, i);
                           });
}

std::string with_argument_type_renamed(const std::string& list, const QualifiedName& from,
                                       const QualifiedName& to) {
  return with_replacements(list,
                           [&](const auto& tokens, std::size_t i) -> std::optional<std::string> {
                             if (is_argument_name(tokens, i)) return std::nullopt;
                             return new_name(from, to, tokens, i);
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
