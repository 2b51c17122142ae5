// https://www.postgresql.org/docs/current/datatype.html
#include "mapping/column_type.hpp"

#include <fmt/format.h>

#include <tenon/sql/quote.hpp>

#include <array>
#include <utility>

namespace tenon::generator {
namespace {

using Form = CppType::Form;

// Either a type, or what to write instead of it, which is empty where it was told before.
struct Finding {
  std::optional<ColumnType> type;
  std::string note;
};

Finding found(std::string sql, TypeKind kind) {
  return {ColumnType{.sql = std::move(sql), .kind = kind}, {}};
}

Finding missing(std::string note) {
  return {std::nullopt, std::move(note)};
}

constexpr std::string_view say_otherwise =
    "say the PostgreSQL type with TENON(sql_type(\"…\")), or TENON(ignore) if it is no column";

bool is_byte(const CppType& type) {
  return (type.form == Form::unsigned_integer && type.bits == 8) ||
         (type.form == Form::enumeration && type.name == "std::byte");
}

// PostgreSQL keeps microseconds.
// https://www.postgresql.org/docs/current/datatype-datetime.html
bool is_finer_than_microseconds(const CppType& duration) {
  const auto& ratio = duration.arguments.at(1).values;
  return ratio.at(0) * 1'000'000 < ratio.at(1) || (ratio.at(0) * 1'000'000) % ratio.at(1) != 0;
}

bool is_days(const CppType& duration) {
  return duration.arguments.at(1).values == std::vector<std::int64_t>{86'400, 1};
}

Finding integer_type(const CppType& type) {
  if (type.form == Form::unsigned_integer) {
    switch (type.bits) {
      case 8:
        return missing("PostgreSQL has no unsigned integers: use std::int16_t");
      case 16:
        return missing("PostgreSQL has no unsigned integers: use std::int32_t");
      case 32:
        return missing("PostgreSQL has no unsigned integers: use std::int64_t");
      default:
        return missing(
            "PostgreSQL has no unsigned integers: use std::int64_t, or tenon::decimal with "
            "TENON(numeric(20, 0))");
    }
  }
  switch (type.bits) {
    case 8:
      return missing("PostgreSQL has no integer of one byte: use std::int16_t");
    case 16:
      return found("smallint", TypeKind::integer);
    case 32:
      return found("integer", TypeKind::integer);
    case 64:
      return found("bigint", TypeKind::integer);
    default:
      return missing("use std::int64_t, or tenon::decimal");
  }
}

Finding floating_type(const CppType& type) {
  if (type.name == "float") return found("real", TypeKind::floating);
  if (type.name == "double") return found("double precision", TypeKind::floating);
  return missing("use double, or tenon::decimal for exact numbers");
}

Finding time_type(const CppType& type, std::string_view moment, std::string_view tick_advice) {
  const CppType& duration = type.arguments.at(1);
  if (is_days(duration)) return found("date", TypeKind::other);
  if (is_finer_than_microseconds(duration))
    return missing(fmt::format("PostgreSQL keeps microseconds: use {}", tick_advice));
  return found(std::string(moment), TypeKind::other);
}

Finding scalar_type(const CppType& type, const KnownTypes& known);

Finding range_type(const CppType& type, const KnownTypes& known) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 6> ranges = {{
      {"integer", "int4range"},
      {"bigint", "int8range"},
      {"numeric", "numrange"},
      {"timestamp", "tsrange"},
      {"timestamptz", "tstzrange"},
      {"date", "daterange"},
  }};
  const Finding bound = scalar_type(type.arguments.at(0), known);
  for (const auto& [element, range] : ranges)
    if (bound.type && bound.type->sql == element) return found(std::string(range), TypeKind::other);
  return missing(
      "tenon::range takes std::int32_t, std::int64_t, tenon::decimal, timestamp, timestamptz or "
      "date; for another range say TENON(sql_type(\"…\"))");
}

Finding array_type(const CppType& type, const KnownTypes& known) {
  const CppType& element = type.arguments.at(0);
  if (is_byte(element)) return found("bytea", TypeKind::bytes);
  if (element.name == "std::optional" || element.name == "std::vector") {
    if (!(element.name == "std::vector" && is_byte(element.arguments.at(0))))
      return missing("an array holds plain values; for anything else say TENON(sql_type(\"…\"))");
  }
  Finding inner = scalar_type(element, known);
  if (inner.type) inner = found(inner.type->sql + "[]", TypeKind::array);
  return inner;
}

Finding chrono_type(const CppType& type) {
  if (type.name == "std::chrono::year_month_day") return found("date", TypeKind::other);
  if (type.name == "std::chrono::time_point") {
    const std::string& clock = type.arguments.at(0).name;
    if (clock == "std::chrono::system_clock")
      return time_type(type, "timestamptz", "timestamptz, that is sys_time<microseconds>");
    if (clock == "std::chrono::local_t")
      return time_type(type, "timestamp", "timestamp, that is local_time<microseconds>");
    return missing("use the system clock, std::chrono::sys_time<std::chrono::microseconds>");
  }
  if (type.name == "std::chrono::hh_mm_ss" || type.name == "std::chrono::duration") {
    const bool is_time = type.name == "std::chrono::hh_mm_ss";
    if (is_finer_than_microseconds(is_time ? type.arguments.at(0) : type))
      return missing("PostgreSQL keeps microseconds: use std::chrono::microseconds");
    return found(is_time ? "time" : "interval", TypeKind::other);
  }
  return missing(std::string(say_otherwise));
}

Finding record_type(const CppType& type, const KnownTypes& known) {
  constexpr std::array<std::pair<std::string_view, std::pair<std::string_view, TypeKind>>, 5>
      plain = {{
          {"tenon::decimal", {"numeric", TypeKind::numeric}},
          {"tenon::uuid", {"uuid", TypeKind::other}},
          {"tenon::inet", {"inet", TypeKind::network}},
          {"tenon::cidr", {"cidr", TypeKind::network}},
          {"nlohmann::basic_json", {"jsonb", TypeKind::other}},
      }};
  for (const auto& [name, sql] : plain)
    if (type.name == name) return found(std::string(sql.first), sql.second);
  if (type.name == "std::basic_string")
    return type.arguments.at(0).name == "char"
               ? found("text", TypeKind::text)
               : missing("PostgreSQL's text is UTF-8 in a std::string");
  if (type.name == "tenon::range") return range_type(type, known);
  if (type.name == "std::vector") return array_type(type, known);
  if (type.name == "std::array")
    return is_byte(type.arguments.at(0))
               ? found("bytea", TypeKind::other)
               : missing("PostgreSQL's arrays have no fixed length: use std::vector");
  if (type.name.starts_with("std::chrono::")) return chrono_type(type);
  if (type.name == "std::optional")
    return missing("a column is NULL or it is not: one std::optional is enough");
  if (type.name == "std::basic_string_view") return missing("use std::string, which owns its text");
  if (type.name == "std::unique_ptr" || type.name == "std::shared_ptr")
    return missing("use std::optional for what may be NULL");
  if (known.tables.contains(type.name) || known.rejected.contains(type.name))
    return missing(
        "a row refers to another table by its key: "
        "TENON(references(&Other::id)) std::int64_t other_id;");
  return missing(std::string(say_otherwise));
}

Finding scalar_type(const CppType& type, const KnownTypes& known) {
  switch (type.form) {
    case Form::boolean:
      return found("boolean", TypeKind::boolean);
    case Form::signed_integer:
    case Form::unsigned_integer:
      return integer_type(type);
    case Form::floating:
      return floating_type(type);
    case Form::character:
      return missing("use std::string, with TENON(character(1)) for a single character");
    case Form::enumeration:
      if (const auto known_enum = known.enums.find(type.name); known_enum != known.enums.end())
        return found(sql::identifier(known_enum->second), TypeKind::enumeration);
      if (known.rejected.contains(type.name)) return missing({});
      return missing(
          fmt::format("write enum class TENON(enum_type) {} where the enum is defined, or say "
                      "TENON(sql_type(\"…\")) here",
                      type.name.substr(type.name.rfind(':') + 1)));
    case Form::record:
      return record_type(type, known);
    case Form::pointer:
      return missing(
          "use std::optional for what may be NULL, std::string for text, and "
          "TENON(references(&Other::id)) on a key for another row");
    case Form::reference:
      return missing("a column holds a value, not a reference");
    case Form::array:
      return missing(
          "use std::string for text, std::vector for an array, "
          "std::array<std::byte, N> for bytes");
    case Form::other:
      break;
  }
  return missing(std::string(say_otherwise));
}

class TypeWords {
 public:
  TypeWords(const DeclaredMember& member, ColumnType& type, Diagnostics& diagnostics)
      : member_(member),
        type_(type),
        is_text_(type.kind == TypeKind::text || type.sql == "text[]"),
        diagnostics_(diagnostics) {}

  // Limits: https://www.postgresql.org/docs/current/datatype-character.html,
  // https://www.postgresql.org/docs/current/datatype-numeric.html
  bool apply() {
    bool right = apply_length("varchar") && apply_length("character") && apply_numeric();
    const Annotation* collate = find_word(member_.annotations, "collate");
    if (right && collate != nullptr && !is_text_)
      right = fail(*collate, "a collation is for text",
                   fmt::format("{} is {}", member_.name, type_.sql));
    return right;
  }

 private:
  bool apply_length(std::string_view word) {
    const Annotation* said = find_word(member_.annotations, word);
    if (said == nullptr) return true;
    if (!is_text_)
      return fail(*said,
                  fmt::format("{} is for std::string, and {} is {}", word, member_.name,
                              member_.written_type),
                  "use std::string, or take the word away");
    const auto limits = arguments_of<std::int64_t>(*said);
    if (limits.empty()) return replace_text(std::string(word));
    if (limits[0] < 1 || limits[0] > 10'485'760)
      return fail(*said, fmt::format("{}({}) has no such length", word, limits[0]),
                  "a length is 1 to 10485760");
    return replace_text(fmt::format("{}({})", word, limits[0]));
  }

  bool apply_numeric() {
    const Annotation* said = find_word(member_.annotations, "numeric");
    if (said == nullptr) return true;
    if (type_.kind != TypeKind::text && type_.kind != TypeKind::numeric &&
        type_.kind != TypeKind::floating)
      return fail(*said,
                  fmt::format("numeric is for std::string, tenon::decimal, float and "
                              "double, and {} is {}",
                              member_.name, member_.written_type),
                  "use tenon::decimal, or take the word away");
    const auto limits = arguments_of<std::int64_t>(*said);
    if (!limits.empty() && (limits[0] < 1 || limits[0] > 1000))
      return fail(*said, fmt::format("numeric has no precision {}", limits[0]),
                  "a precision is 1 to 1000");
    if (limits.size() == 2 && (limits[1] < 0 || limits[1] > limits[0]))
      return fail(*said, fmt::format("numeric has no scale {}", limits[1]),
                  "a scale is 0 to the precision; say another one with sql_type, which only "
                  "PostgreSQL 15 and later take");
    type_.sql = limits.empty()       ? "numeric"
                : limits.size() == 1 ? fmt::format("numeric({})", limits[0])
                                     : fmt::format("numeric({},{})", limits[0], limits[1]);
    type_.kind = TypeKind::numeric;
    is_text_ = false;
    return true;
  }

  bool replace_text(std::string sql) {
    type_.sql = type_.kind == TypeKind::array ? sql + "[]" : std::move(sql);
    return true;
  }

  bool fail(const Annotation& word, std::string message, std::string note) {
    diagnostics_.error(word.location, "type-word", std::move(message), std::move(note));
    return false;
  }

  const DeclaredMember& member_;
  ColumnType& type_;
  /// Text of any length, or an array of it. An enum may be called text as well.
  bool is_text_;
  Diagnostics& diagnostics_;
};

}  // namespace

std::optional<ColumnType> column_type(const DeclaredMember& member, const KnownTypes& known,
                                      Diagnostics& diagnostics) {
  const bool is_optional = member.type->name == "std::optional";
  const CppType& value = is_optional ? member.type->arguments.at(0) : *member.type;
  if (const Annotation* custom = find_word(member.annotations, "sql_type");
      custom != nullptr && value.form != Form::reference)
    return ColumnType{.sql = text_of(*custom),
                      .kind = TypeKind::other,
                      .is_optional = is_optional,
                      .is_custom = true};
  Finding finding = scalar_type(value, known);
  if (!finding.type) {
    if (!finding.note.empty())
      diagnostics.error(member.location, "unmapped-type",
                        fmt::format("{} has the type {}, which is no PostgreSQL type", member.name,
                                    member.written_type),
                        std::move(finding.note));
    return std::nullopt;
  }
  finding.type->is_optional = is_optional;
  if (!TypeWords(member, *finding.type, diagnostics).apply()) return std::nullopt;
  return finding.type;
}

}  // namespace tenon::generator
