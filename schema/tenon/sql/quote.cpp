// Quotes names and texts as PostgreSQL's quote_ident() and quote_literal() do.
#include <tenon/sql/keywords.hpp>
#include <tenon/sql/quote.hpp>

#include <algorithm>

namespace tenon::sql {
namespace {

bool starts_plain_name(char c) {
  return (c >= 'a' && c <= 'z') || c == '_';
}
bool continues_plain_name(char c) {
  return starts_plain_name(c) || (c >= '0' && c <= '9') || c == '$';
}

bool is_plain_name(std::string_view name) {
  return !name.empty() && starts_plain_name(name.front()) &&
         std::ranges::all_of(name, continues_plain_name) && !needs_quotes_as_name(name);
}

// `text` between two `quote`s, with every `doubled` in it written twice.
std::string enclose(std::string_view text, char quote, std::string_view doubled) {
  std::string result(1, quote);
  for (const char c : text) {
    if (doubled.find(c) != std::string_view::npos) result += c;
    result += c;
  }
  return result += quote;
}

}  // namespace

std::string identifier(std::string_view name) {
  return is_plain_name(name) ? std::string(name) : enclose(name, '"', "\"");
}

std::string identifier(const QualifiedName& name) {
  if (name.schema == "public") return identifier(name.name);
  return identifier(name.schema) + "." + identifier(name.name);
}

std::string literal(std::string_view text) {
  const bool has_backslash = text.find('\\') != std::string_view::npos;
  return has_backslash ? "E" + enclose(text, '\'', "'\\") : enclose(text, '\'', "'");
}

}  // namespace tenon::sql
