#include <tenon/history/sql_text.hpp>
#include <tenon/history/zones.hpp>
#include <tenon/sql/tokens.hpp>

#include <algorithm>
#include <cstddef>
#include <span>
#include <string_view>

namespace tenon {
namespace {

// Follows a zone where a table has deferred constraints, which another branch may have changed.
constexpr std::string_view around_zones = "SET CONSTRAINTS ALL IMMEDIATE";

struct Statement {
  std::string text;
  // In the generated part: where the line begins that is behind its last one.
  std::size_t end = 0;
};

std::size_t line_behind(const std::string& text, std::size_t at) {
  const auto end = text.find('\n', at);
  return end == std::string::npos ? text.size() : end + 1;
}

std::vector<Statement> statements_of(const std::string& generated) {
  std::vector<Statement> statements;
  for (SplitStatement& split : split_statements(generated)) {
    const std::size_t end = line_behind(generated, split.begin + split.text.size());
    if (split.text != around_zones) statements.push_back({std::move(split.text), end});
  }
  return statements;
}

// How many of `statements` stand in front of a zone.
std::size_t place_of(const BackfillZone& zone, std::span<const Statement> statements) {
  const auto first = std::ranges::find_if(
      statements, [&](const Statement& statement) { return statement.end > zone.offset; });
  return static_cast<std::size_t>(first - statements.begin());
}

bool is_empty(const BackfillZone& zone) {
  return sql::significant_tokens(zone.text).empty();
}

// The places, counted in statements in front of them, that `zone` may stand at.
struct Places {
  std::size_t first;
  std::size_t last;
};

std::optional<Places> places_for(const WrittenZone& zone, std::span<const Statement> statements,
                                 AtEnd at_end) {
  Places places{0, statements.size()};
  if (at_end == AtEnd::stays_by_its_statement && !zone.after && !zone.before) return std::nullopt;
  if (zone.after) {
    const auto found = std::ranges::find(statements, *zone.after, &Statement::text);
    if (found == statements.end()) return std::nullopt;
    places.first = static_cast<std::size_t>(found - statements.begin()) + 1;
  }
  if (zone.before) {
    const auto rest = statements.subspan(places.first);
    const auto found = std::ranges::find(rest, *zone.before, &Statement::text);
    if (found == rest.end()) return std::nullopt;
    places.last = places.first + static_cast<std::size_t>(found - rest.begin());
  }
  if (at_end == AtEnd::stays_by_its_statement && !zone.after) places.first = places.last;
  if (at_end == AtEnd::stays_by_its_statement && !zone.before) places.last = places.first;
  return places;
}

// A new zone, with an empty line in front of it.
void insert(ZonedSql& sql, std::size_t offset, const std::string& text) {
  sql.generated.insert(offset, "\n");
  const auto next = std::ranges::find_if(
      sql.zones, [offset](const BackfillZone& zone) { return zone.offset > offset; });
  for (auto zone = next; zone != sql.zones.end(); ++zone) ++zone->offset;
  sql.zones.insert(next, {text, 0, offset + 1});
}

// Behind the comment that every file begins with.
std::size_t begin_of(const std::string& generated) {
  std::size_t at = 0;
  while (generated.compare(at, 2, "--") == 0) at = line_behind(generated, at);
  return at;
}

// Behind what stands at that place already.
std::size_t offset_at(std::size_t place, const ZonedSql& sql,
                      std::span<const Statement> statements) {
  std::size_t offset = place > 0 ? statements[place - 1].end : begin_of(sql.generated);
  for (const BackfillZone& zone : sql.zones)
    if (place_of(zone, statements) == place) offset = std::max(offset, zone.offset);
  return offset;
}

}  // namespace

bool WrittenZone::has_statements() const {
  return !sql::significant_tokens(text).empty();
}

std::vector<WrittenZone> written_zones(const std::string& sql) {
  const ZonedSql zoned = take_apart(sql);
  if (zoned.zones.empty()) return {};
  const std::vector<Statement> statements = statements_of(zoned.generated);
  std::vector<WrittenZone> written;
  std::optional<std::size_t> last_place;
  for (const BackfillZone& zone : zoned.zones) {
    const std::size_t place = place_of(zone, statements);
    if (place == last_place) {
      written.back().text += zone.text;
      continue;
    }
    last_place = place;
    WrittenZone& next = written.emplace_back(zone.text);
    if (place > 0) next.after = statements[place - 1].text;
    if (place < statements.size()) next.before = statements[place].text;
  }
  return written;
}

bool put_zone(std::string& sql, const WrittenZone& zone, AtEnd at_end) {
  ZonedSql zoned = take_apart(sql);
  const std::vector<Statement> statements = statements_of(zoned.generated);
  const auto places = places_for(zone, statements, at_end);
  if (!places) return false;
  const auto there = std::ranges::find_if(zoned.zones, [&](const BackfillZone& one) {
    const std::size_t place = place_of(one, statements);
    return is_empty(one) && place >= places->first && place <= places->last;
  });
  if (there != zoned.zones.end())
    there->text = zone.text;
  else
    insert(zoned, offset_at(zone.before ? places->first : places->last, zoned, statements),
           zone.text);
  sql = put_together(zoned);
  return true;
}

void append_zone(std::string& sql, const WrittenZone& zone) {
  ZonedSql zoned = take_apart(sql);
  insert(zoned, zoned.generated.size(), zone.text);
  sql = put_together(zoned);
}

void prepend_zone(std::string& sql, const WrittenZone& zone) {
  ZonedSql zoned = take_apart(sql);
  insert(zoned, offset_at(0, zoned, statements_of(zoned.generated)), zone.text);
  sql = put_together(zoned);
}

}  // namespace tenon
