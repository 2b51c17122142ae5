// https://www.postgresql.org/docs/current/sql-altersequence.html
#include <tenon/sql/sequence_bounds.hpp>

#include <charconv>
#include <cstdint>
#include <limits>
#include <string_view>

namespace tenon::sql {
namespace {

using Number = std::int64_t;
constexpr Number lowest = std::numeric_limits<Number>::min();
constexpr Number highest = std::numeric_limits<Number>::max();

// The number after the word; nothing after `NO MINVALUE`.
std::optional<Number> number_after(const std::string& options, std::string_view word) {
  const auto at = options.find(word);
  if (at == options.npos || (at >= 3 && options.compare(at - 3, 3, "NO ") == 0))
    return std::nullopt;
  const char* begin = options.data() + at + word.size();
  Number number = 0;
  const auto [end, error] = std::from_chars(begin, options.data() + options.size(), number);
  return error == std::errc{} && end != begin ? std::optional{number} : std::nullopt;
}

// As CREATE SEQUENCE chooses what the options leave out. Bounds that follow from the type are as
// far away as any.
struct Bounds {
  Number least;
  Number most;
  Number start;
};

Bounds bounds_of(const std::string& options) {
  const bool ascends = number_after(options, "INCREMENT BY ").value_or(1) > 0;
  Bounds bounds{};
  bounds.least = number_after(options, "MINVALUE ").value_or(ascends ? 1 : lowest);
  bounds.most = number_after(options, "MAXVALUE ").value_or(ascends ? highest : -1);
  bounds.start =
      number_after(options, "START WITH ").value_or(ascends ? bounds.least : bounds.most);
  return bounds;
}

// Then wherever the sequence is, it must leave.
bool have_nothing_in_common(const Bounds& a, const Bounds& b) {
  return a.least > b.most || a.most < b.least;
}

// What was never used stands at its start.
std::string moved(const std::string& sequence, Number start, const char* is_outside, Number limit) {
  const std::string end = std::to_string(limit);
  return "SELECT setval(s, " + end + ", false) FROM (SELECT " + sequence +
         " AS s) q WHERE coalesce(pg_sequence_last_value(s), " + std::to_string(start) + ") " +
         is_outside + " " + end + ";";
}

}  // namespace

std::vector<std::string> move_into_bounds(const std::string& sequence,
                                          const std::optional<std::string>& from,
                                          const std::optional<std::string>& to) {
  const Bounds before = bounds_of(from.value_or(""));
  const Bounds after = bounds_of(to.value_or(""));
  std::vector<std::string> statements;
  if (have_nothing_in_common(before, after)) return statements;
  // Wider bounds leave nothing outside, and the sequence cannot move beyond those that it still
  // has.
  if (after.least > before.least)
    statements.push_back(moved(sequence, before.start, "<", after.least));
  if (after.most < before.most)
    statements.push_back(moved(sequence, before.start, ">", after.most));
  return statements;
}

std::string_view restart(const std::optional<std::string>& from,
                         const std::optional<std::string>& to) {
  return have_nothing_in_common(bounds_of(from.value_or("")), bounds_of(to.value_or("")))
             ? " RESTART"
             : "";
}

std::string first_value(const std::optional<std::string>& options, const std::string& column) {
  if (!options) return "greatest(coalesce(max(" + column + "), 0), 0) + 1";
  const Bounds bounds = bounds_of(*options);
  const std::string start = std::to_string(bounds.start);
  return number_after(*options, "INCREMENT BY ").value_or(1) > 0
             ? "greatest(coalesce(max(" + column + ") + 1, " + start + "), " + start + ")"
             : "least(coalesce(min(" + column + ") - 1, " + start + "), " + start + ")";
}

}  // namespace tenon::sql
