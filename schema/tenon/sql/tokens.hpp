// The tokens of SQL text, by PostgreSQL's own scanner (libpg_query).
#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace tenon {

/// A text that PostgreSQL's scanner or parser does not accept.
struct SqlError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

namespace sql {

enum class TokenKind {
  comment,
  /// An identifier, quoted or not, or a keyword that can be one.
  name,
  /// A string literal in any of its forms.
  text,
  other
};

struct Token {
  TokenKind kind;
  /// The byte of the text where it begins.
  std::size_t begin;
  /// As it is written; a view into the text.
  std::string_view text;
  /// Whether it is a keyword, reserved or not.
  bool keyword = false;
};

/// The tokens of `sql`, in order. They live as long as it does.
/// https://www.postgresql.org/docs/current/sql-syntax-lexical.html
/// @throws SqlError when the text cannot be scanned.
[[nodiscard]] std::vector<Token> tokens(const std::string& sql);
std::vector<Token> tokens(std::string&& sql) = delete;

/// The same without comments.
[[nodiscard]] std::vector<Token> significant_tokens(const std::string& sql);
std::vector<Token> significant_tokens(std::string&& sql) = delete;

/// Whether `token` is `keyword`, which is in small letters: a name in quotes never is one.
[[nodiscard]] bool is_keyword(const Token& token, std::string_view keyword);

/// What the identifier `text` names: quotes taken off, or capitals of ASCII made small.
[[nodiscard]] std::string named_by(std::string_view text);

}  // namespace sql
}  // namespace tenon
