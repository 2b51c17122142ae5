// https://www.postgresql.org/docs/current/sql-altersequence.html
#include <tenon/sql/sequence_bounds.hpp>

#include <string_view>

namespace tenon::sql {
namespace {

// The number after the word; nothing after `NO MINVALUE`.
std::optional<std::string> bound(const std::string& options, std::string_view word) {
  const auto at = options.find(word);
  if (at == options.npos || (at >= 3 && options.compare(at - 3, 3, "NO ") == 0))
    return std::nullopt;
  const auto begin = at + word.size();
  return options.substr(begin, options.find(' ', begin) - begin);
}

std::string moved(const std::string& sequence, const std::string& function,
                  const std::string& limit, const std::string& inside) {
  return "SELECT setval(s, " + function + "(coalesce(pg_sequence_last_value(s), " + limit + "), " +
         limit + "), coalesce(pg_sequence_last_value(s) " + inside + " " + limit +
         ", false)) FROM (SELECT " + sequence + " AS s) q;";
}

}  // namespace

std::vector<std::string> move_into_bounds(const std::string& sequence,
                                          const std::optional<std::string>& from,
                                          const std::optional<std::string>& to) {
  std::vector<std::string> statements;
  const std::string before = from.value_or("");
  const std::string after = to.value_or("");
  const auto least = bound(after, "MINVALUE ");
  if (least && least != bound(before, "MINVALUE "))
    statements.push_back(moved(sequence, "greatest", *least, ">="));
  const auto most = bound(after, "MAXVALUE ");
  if (most && most != bound(before, "MAXVALUE "))
    statements.push_back(moved(sequence, "least", *most, "<="));
  return statements;
}

}  // namespace tenon::sql
