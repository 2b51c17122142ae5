#include <tenon/history/backfill.hpp>
#include <tenon/history/errors.hpp>

namespace tenon {
namespace {

std::string_view without_trailing_blanks(std::string_view line) {
  const auto last = line.find_last_not_of(" \t\r");
  return last == std::string_view::npos ? std::string_view{} : line.substr(0, last + 1);
}

}  // namespace

ZonedSql take_apart(std::string_view sql) {
  ZonedSql result;
  bool inside = false;
  unsigned number = 0;
  while (!sql.empty()) {
    const auto end = sql.find('\n');
    const std::string_view line = sql.substr(0, end);
    sql.remove_prefix(end == std::string_view::npos ? sql.size() : end + 1);
    ++number;

    const std::string_view text = without_trailing_blanks(line);
    if (text == backfill_begin || text == backfill_end) {
      if ((text == backfill_begin) == inside)
        throw SqlError{"line " + std::to_string(number) + ": '" + std::string{text} + "' where " +
                       (inside ? "a zone is open already" : "no zone is open")};
      inside = !inside;
      if (inside) result.zones.push_back({"", number + 1});
      continue;
    }
    std::string& target = inside ? result.zones.back().text : result.generated;
    target.append(line).push_back('\n');
  }
  if (inside) throw SqlError{"the last backfill zone has no '" + std::string{backfill_end} + "'"};
  return result;
}

}  // namespace tenon
