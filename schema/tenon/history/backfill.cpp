#include <tenon/history/backfill.hpp>
#include <tenon/sql/tokens.hpp>

#include <cstddef>
#include <set>

namespace tenon {
namespace {

std::string_view without_trailing_blanks(std::string_view line) {
  const auto last = line.find_last_not_of(" \t\r");
  return last == std::string_view::npos ? std::string_view{} : line.substr(0, last + 1);
}

// Where comments begin: a line of a literal may look like a marker.
std::set<std::size_t> comments_of(const std::string& sql) {
  std::set<std::size_t> comments;
  if (sql.find(backfill_begin) == std::string::npos && sql.find(backfill_end) == std::string::npos)
    return comments;
  for (const sql::Token& token : sql::tokens(sql))
    if (token.kind == sql::TokenKind::comment) comments.insert(token.begin);
  return comments;
}

}  // namespace

ZonedSql take_apart(const std::string& sql) {
  const std::set<std::size_t> comments = comments_of(sql);
  ZonedSql result;
  bool inside = false;
  unsigned number = 0;
  std::size_t next = 0;
  while (next < sql.size()) {
    const std::size_t begin = next;
    const auto end = sql.find('\n', begin);
    const auto line = std::string_view{sql}.substr(begin, end - begin);
    next = end == std::string::npos ? sql.size() : end + 1;
    ++number;

    const std::string_view text = without_trailing_blanks(line);
    if ((text == backfill_begin || text == backfill_end) && comments.contains(begin)) {
      if ((text == backfill_begin) == inside)
        throw SqlError{"line " + std::to_string(number) + ": '" + std::string{text} + "' where " +
                       (inside ? "a zone is open already" : "no zone is open")};
      inside = !inside;
      if (inside) result.zones.push_back({"", number + 1, result.generated.size()});
      continue;
    }
    std::string& target = inside ? result.zones.back().text : result.generated;
    target.append(line).push_back('\n');
  }
  if (inside) throw SqlError{"the last backfill zone has no '" + std::string{backfill_end} + "'"};
  return result;
}

std::string put_together(const ZonedSql& sql) {
  std::string text;
  std::size_t at = 0;
  for (const BackfillZone& zone : sql.zones) {
    text.append(sql.generated, at, zone.offset - at);
    at = zone.offset;
    text.append(backfill_begin).append("\n").append(zone.text);
    text.append(backfill_end).append("\n");
  }
  return text.append(sql.generated, at);
}

}  // namespace tenon
