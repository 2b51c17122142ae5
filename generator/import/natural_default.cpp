// https://www.postgresql.org/docs/current/ddl-default.html
#include "import/natural_default.hpp"

#include <tenon/model/type_text.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <limits>
#include <string_view>

namespace tenon::importing {
namespace {

using generator::CppType;
using generator::Initializer;
using Form = CppType::Form;

// `'text'::type`, or `'text'` as a person writes it.
struct Literal {
  std::string text;
  /// Without the colons; empty where there is none.
  std::string_view type;
};

// Nothing that a printed literal could have in another form: no backslash, no control character.
std::optional<Literal> literal_of(std::string_view sql) {
  if (sql.size() < 2 || sql.front() != '\'') return std::nullopt;
  Literal literal;
  std::size_t at = 1;
  for (;; ++at) {
    if (at == sql.size()) return std::nullopt;
    if (sql[at] == '\\' || static_cast<unsigned char>(sql[at]) < 0x20) return std::nullopt;
    if (sql[at] == '\'') {
      if (sql.substr(at, 2) != "''") break;
      ++at;
    }
    literal.text += sql[at];
  }
  sql.remove_prefix(at + 1);
  if (sql.empty()) return literal;
  if (!sql.starts_with("::")) return std::nullopt;
  literal.type = sql.substr(2);
  return literal;
}

template <class Number>
std::optional<Number> number_of(std::string_view text) {
  Number number{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return number;
}

bool is_digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; }) &&
         (text == "0" || text.front() != '0');
}

// As the parser of PostgreSQL types a number: integer if it fits, else bigint. One with a sign is
// printed as a literal.
std::optional<std::int64_t> printed_integer(std::string_view sql) {
  if (is_digits(sql)) {
    const auto number = number_of<std::int64_t>(sql);
    return number && *number <= std::numeric_limits<std::int32_t>::max() ? number : std::nullopt;
  }
  const auto literal = literal_of(sql);
  if (!literal) {
    // As a person writes it.
    const bool is_negative = sql.starts_with('-') && is_digits(sql.substr(1));
    return is_negative ? number_of<std::int64_t>(sql) : std::nullopt;
  }
  const auto number = number_of<std::int64_t>(literal->text);
  if (!number || *number == std::numeric_limits<std::int64_t>::min()) return std::nullopt;
  if (std::to_string(*number) != literal->text) return std::nullopt;
  const auto size = *number < 0 ? -*number : *number;
  const bool is_integer = size <= std::numeric_limits<std::int32_t>::max();
  if (literal->type == "integer") return is_integer && *number < 0 ? number : std::nullopt;
  return literal->type == "bigint" && !is_integer ? number : std::nullopt;
}

std::optional<Initializer> integer_default(std::string_view sql, unsigned bits) {
  const auto number = printed_integer(sql);
  if (!number) return std::nullopt;
  // The smallest value has no literal in C++.
  const auto most = bits == 64   ? std::numeric_limits<std::int64_t>::max()
                    : bits == 32 ? std::numeric_limits<std::int32_t>::max()
                                 : std::numeric_limits<std::int16_t>::max();
  if (*number > most || *number < -most) return std::nullopt;
  return Initializer{generator::NumberValue{std::to_string(*number)}, {}};
}

// Digits and a point alone, and such that the number is written so again.
template <class Float>
std::optional<Initializer> floating_default(std::string_view sql) {
  if (!std::ranges::all_of(sql, [](char c) { return (c >= '0' && c <= '9') || c == '.'; }))
    return std::nullopt;
  const auto number = number_of<Float>(sql);
  if (!number) return std::nullopt;
  std::array<char, 64> written{};
  const auto end = std::to_chars(written.data(), written.data() + written.size(), *number).ptr;
  if (std::string_view(written.data(), end) != sql) return std::nullopt;
  if (sql.find('.') == sql.npos && !printed_integer(sql)) return std::nullopt;
  return Initializer{generator::NumberValue{std::string(sql)}, {}};
}

// Whether the literal has the type that PostgreSQL prints behind one of this column.
bool is_of_column(const Literal& literal, const Column& column) {
  if (literal.type.empty()) return true;
  const std::string type = without_modifiers(column.type);
  return literal.type == (type == "character" ? "bpchar" : type);
}

}  // namespace

std::optional<Initializer> natural_default(const Column& column, const NaturalType& type,
                                           const FindEnumerator& find_enumerator) {
  const bool is_optional = type.type.name == "std::optional";
  const CppType& value = is_optional ? type.type.arguments.front() : type.type;
  const std::string& sql = *column.default_value;
  if (!type.words.empty() && type.words.front().word == "sql_type") return std::nullopt;
  if (value.form == Form::boolean) {
    if (sql != "true" && sql != "false") return std::nullopt;
    return Initializer{sql == "true", {}};
  }
  if (value.form == Form::signed_integer) return integer_default(sql, value.bits);
  if (value.form == Form::floating)
    return value.bits == 32 ? floating_default<float>(sql) : floating_default<double>(sql);
  const auto literal = literal_of(sql);
  if (!literal || !is_of_column(*literal, column)) return std::nullopt;
  if (value.form == Form::enumeration) {
    const auto enumerator = find_enumerator(*type.enumeration, literal->text);
    return enumerator ? std::optional(Initializer{*enumerator, {}}) : std::nullopt;
  }
  if (value.name == "std::basic_string")
    return Initializer{generator::TextValue{literal->text}, {}};
  // `= {}` of a std::optional is NULL.
  const bool is_array = value.name == "std::vector" && column.type.ends_with("[]");
  if (is_array && !is_optional && literal->text == "{}")
    return Initializer{generator::ZeroValue{}, {}};
  return std::nullopt;
}

}  // namespace tenon::importing
