// https://www.postgresql.org/docs/current/datatype.html
#include "import/natural_type.hpp"

#include "import/words.hpp"

#include <tenon/model/type_text.hpp>

#include <array>
#include <charconv>
#include <string_view>
#include <utility>

namespace tenon::importing {
namespace {

using generator::CppType;
using Form = CppType::Form;

CppType type_of(Form form, std::string name, unsigned bits = 0) {
  CppType type;
  type.form = form;
  type.name = std::move(name);
  type.bits = bits;
  return type;
}

CppType record(std::string name, std::vector<CppType> arguments = {}) {
  CppType type = type_of(Form::record, std::move(name));
  type.arguments = std::move(arguments);
  return type;
}

CppType microseconds() {
  CppType ratio = record("std::ratio");
  ratio.values = {1, 1'000'000};
  return record("std::chrono::duration", {type_of(Form::signed_integer, "long", 64), ratio});
}

CppType time_point(std::string clock) {
  return record("std::chrono::time_point", {record(std::move(clock)), microseconds()});
}

CppType std_string() {
  return record("std::basic_string", {type_of(Form::character, "char", 8)});
}

// What both spellings of an SQL type are in C++.
struct Row {
  std::string_view printed;
  std::string_view mapped;
  std::string_view written;
  CppType (*type)();
};

const std::array rows = {
    Row{"boolean", "boolean", "bool", [] { return type_of(Form::boolean, "bool", 8); }},
    Row{"smallint", "smallint", "std::int16_t",
        [] { return type_of(Form::signed_integer, "short", 16); }},
    Row{"integer", "integer", "std::int32_t",
        [] { return type_of(Form::signed_integer, "int", 32); }},
    Row{"bigint", "bigint", "std::int64_t",
        [] { return type_of(Form::signed_integer, "long", 64); }},
    Row{"real", "real", "float", [] { return type_of(Form::floating, "float", 32); }},
    Row{"double precision", "double precision", "double",
        [] { return type_of(Form::floating, "double", 64); }},
    Row{"text", "text", "std::string", std_string},
    Row{"bytea", "bytea", "std::vector<std::byte>",
        [] { return record("std::vector", {type_of(Form::enumeration, "std::byte")}); }},
    Row{"numeric", "numeric", "decimal", [] { return record("tenon::decimal"); }},
    Row{"timestamp with time zone", "timestamptz", "timestamptz",
        [] { return time_point("std::chrono::system_clock"); }},
    Row{"timestamp without time zone", "timestamp", "timestamp",
        [] { return time_point("std::chrono::local_t"); }},
    Row{"date", "date", "date", [] { return record("std::chrono::year_month_day"); }},
    Row{"time without time zone", "time", "time_of_day",
        [] { return record("std::chrono::hh_mm_ss", {microseconds()}); }},
    Row{"interval", "interval", "interval", microseconds},
    Row{"jsonb", "jsonb", "nlohmann::json", [] { return record("nlohmann::basic_json"); }},
    Row{"uuid", "uuid", "uuid", [] { return record("tenon::uuid"); }},
    Row{"inet", "inet", "inet", [] { return record("tenon::inet"); }},
    Row{"cidr", "cidr", "cidr", [] { return record("tenon::cidr"); }},
};

constexpr std::array<std::pair<std::string_view, std::string_view>, 6> ranges = {{
    {"int4range", "integer"},
    {"int8range", "bigint"},
    {"numrange", "numeric"},
    {"tsrange", "timestamp"},
    {"tstzrange", "timestamptz"},
    {"daterange", "date"},
}};

std::optional<NaturalType> plain_type(std::string_view sql) {
  for (const Row& row : rows)
    if (sql == row.printed || sql == row.mapped)
      return NaturalType{row.type(), std::string(row.written), {}, {}};
  for (const auto& [range, bound] : ranges) {
    if (sql != range) continue;
    const NaturalType inner = *plain_type(bound);
    return NaturalType{
        record("tenon::range", {inner.type}), "range<" + inner.written + ">", {}, {}};
  }
  return std::nullopt;
}

// The numbers of `(12,2)`, or nothing where it is something else.
std::optional<std::vector<generator::Argument>> limits_of(std::string_view text) {
  if (text.empty()) return std::vector<generator::Argument>{};
  if (!text.starts_with('(') || !text.ends_with(')')) return std::nullopt;
  text = text.substr(1, text.size() - 2);
  std::vector<generator::Argument> limits;
  while (true) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || number < 0) return std::nullopt;
    limits.push_back({number});
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    if (text.empty()) return limits;
    if (text.front() != ',') return std::nullopt;
    text.remove_prefix(1);
  }
}

// varchar, character and numeric with their limits.
std::optional<NaturalType> limited_type(std::string_view sql) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 4> names = {{
      {"character varying", "varchar"},
      {"varchar", "varchar"},
      {"character", "character"},
      {"numeric", "numeric"},
  }};
  for (const auto& [name, word] : names) {
    if (!sql.starts_with(name)) continue;
    auto limits = limits_of(sql.substr(name.size()));
    const bool is_numeric = word == "numeric";
    if (!limits || limits->size() > (is_numeric ? 2U : 1U)) continue;
    // Scales that only newer servers take are said as SQL.
    if (limits->size() == 2 &&
        std::get<std::int64_t>((*limits)[1].value) > std::get<std::int64_t>((*limits)[0].value))
      continue;
    NaturalType natural = *plain_type(is_numeric ? "numeric" : "text");
    natural.words.push_back(word_of(std::string(word), std::move(*limits)));
    return natural;
  }
  return std::nullopt;
}

std::optional<NaturalType> element_type(std::string_view sql, const FindEnum& find_enum) {
  if (auto plain = plain_type(sql)) return plain;
  if (auto limited = limited_type(sql)) return limited;
  const auto parsed = parse_type(sql);
  if (!parsed || !parsed->rest.empty()) return std::nullopt;
  const auto names = find_enum(parsed->name);
  if (!names) return std::nullopt;
  return NaturalType{
      type_of(Form::enumeration, names->qualified), names->written, {}, parsed->name};
}

// The mapping knows no arrays of numbers with limits.
bool can_be_element(const NaturalType& natural) {
  return natural.words.empty() || natural.words.front().word != "numeric";
}

// What values of a type have room in that has the same name and other modifiers: timestamp(3).
NaturalType roomy_type(std::string_view sql) {
  if (auto plain = plain_type(without_modifiers(sql))) return *std::move(plain);
  return {std_string(), "std::string", {}, {}};
}

NaturalType array_of(NaturalType natural) {
  natural.type = record("std::vector", {std::move(natural.type)});
  natural.written = "std::vector<" + natural.written + ">";
  return natural;
}

}  // namespace

NaturalType natural_type(const std::string& sql, const FindEnum& find_enum) {
  constexpr std::string_view brackets = "[]";
  std::string_view text = sql;
  const bool is_array = text.ends_with(brackets);
  if (is_array) text.remove_suffix(brackets.size());
  auto natural = element_type(text, find_enum);
  if (!natural || (is_array && !can_be_element(*natural))) {
    NaturalType roomy = roomy_type(text);
    const bool keeps_array = is_array && roomy.written != "std::string";
    return said_type(keeps_array ? array_of(std::move(roomy)) : std::move(roomy), sql);
  }
  return is_array ? array_of(*std::move(natural)) : *std::move(natural);
}

NaturalType said_type(NaturalType natural, const std::string& sql) {
  natural.words = {word_of("sql_type", {text_argument(sql)})};
  natural.enumeration.reset();
  return natural;
}

NaturalType optional_type(NaturalType natural) {
  natural.type = record("std::optional", {std::move(natural.type)});
  natural.written = "std::optional<" + natural.written + ">";
  return natural;
}

}  // namespace tenon::importing
