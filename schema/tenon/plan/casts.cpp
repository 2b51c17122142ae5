#include <tenon/model/type_text.hpp>
#include <tenon/plan/casts.hpp>
#include <tenon/sql/quote.hpp>

#include <map>
#include <string_view>

namespace tenon::planning {
namespace {

// Types of one family cast into each other. Texts, which everything casts from and to, have none.
enum class Family { boolean, number, date, time, uuid, json, network, bytes, range };

std::optional<Family> family_of(const std::string& type) {
  static const std::map<std::string, Family, std::less<>> families = {
      {"boolean", Family::boolean},  {"bool", Family::boolean},
      {"smallint", Family::number},  {"int2", Family::number},
      {"integer", Family::number},   {"int", Family::number},
      {"int4", Family::number},      {"bigint", Family::number},
      {"int8", Family::number},      {"numeric", Family::number},
      {"decimal", Family::number},   {"real", Family::number},
      {"float4", Family::number},    {"double precision", Family::number},
      {"float8", Family::number},    {"date", Family::date},
      {"timestamp", Family::date},   {"timestamp without time zone", Family::date},
      {"timestamptz", Family::date}, {"timestamp with time zone", Family::date},
      {"time", Family::time},        {"time without time zone", Family::time},
      {"interval", Family::time},    {"uuid", Family::uuid},
      {"json", Family::json},        {"jsonb", Family::json},
      {"inet", Family::network},     {"cidr", Family::network},
      {"bytea", Family::bytes},      {"int4range", Family::range},
      {"int8range", Family::range},  {"numrange", Family::range},
      {"tsrange", Family::range},    {"tstzrange", Family::range},
      {"daterange", Family::range}};
  const auto found = families.find(without_modifiers(type));
  return found == families.end() ? std::nullopt : std::optional{found->second};
}

bool is_four_bytes(const std::string& type) {
  return type == "integer" || type == "int" || type == "int4";
}
bool is_timestamp(const std::string& type) {
  return type.starts_with("timestamp");
}

}  // namespace

std::string by_text(const std::string& column, const std::string& from, const std::string& to) {
  const bool are_arrays = is_array_type(from) && is_array_type(to);
  return sql::identifier(column) + (are_arrays ? "::text[]::" : "::text::") + to;
}

bool has_no_cast(const std::string& from, const std::string& to) {
  if (is_array_type(from) != is_array_type(to)) {
    const auto array_of = [](const std::string& type) { return type.substr(0, type.find('[')); };
    return family_of(array_of(from)) && family_of(array_of(to));
  }
  const auto before = family_of(from);
  const auto after = family_of(to);
  if (!before || !after) return false;
  // Each of them is cast to its multirange alone.
  if (before == Family::range && after == Family::range) return from != to;
  if (before == after) return false;
  if (before == Family::boolean) return !is_four_bytes(to);
  if (after == Family::boolean) return !is_four_bytes(from);
  return !(is_timestamp(from) && after == Family::time && to != "interval");
}

}  // namespace tenon::planning
