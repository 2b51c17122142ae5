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
  return qualified_identifier(name);
}

std::string qualified_identifier(const QualifiedName& name) {
  return identifier(name.schema) + "." + identifier(name.name);
}

std::string literal(std::string_view text) {
  if (text.find_first_of("\\\r") == std::string_view::npos) return enclose(text, '\'', "'");
  std::string result = "E" + enclose(text, '\'', "'\\");
  // A carriage return as it is would not survive a tool that turns line ends around.
  for (std::size_t at = 0; (at = result.find('\r', at)) != std::string::npos;)
    result.replace(at, 1, "\\r");
  return result;
}

}  // namespace tenon::sql
