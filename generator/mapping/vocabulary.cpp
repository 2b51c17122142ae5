// The rules of the vocabulary that an ordinary build cannot check, since it does not know where an
// annotation stands.
#include "mapping/vocabulary.hpp"

#include <fmt/format.h>

#include <tenon/model/identifier.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <set>

namespace tenon::generator {
namespace {

enum class Text { sql, identifier, free };

struct Rule {
  std::string_view word;
  std::vector<Place> places;
  /// Where it belongs, for the message.
  std::string_view home;
  /// How many arguments it has at least; how many at most, the compiler checks.
  std::size_t least = 0;
  bool repeatable = false;
  Text text = Text::sql;
};

const std::vector<Rule>& rules() {
  using enum Place;
  using enum Text;
  constexpr std::string_view in_a_key = "inside of primary_key, unique or foreign_key";
  constexpr std::string_view in_a_constraint = "inside of a key, constraint or index";
  constexpr std::string_view in_an_index = "inside of index";
  constexpr std::string_view on_all = "on a struct, an enum or a member";
  constexpr std::string_view in_both = "on a member or in TENON_TABLE";
  static const std::vector<Rule> all = {
      {"table", {on_struct}, "on a struct", 0, false, identifier},
      {"enum_type", {on_enum}, "on an enum", 0, false, identifier},
      {"schema", {on_struct, on_enum}, "on a struct or an enum", 1, false, identifier},
      {"comment", {on_struct, on_enum, on_member}, on_all, 1, false, free},
      {"renamed_from", {on_struct, on_enum, on_member}, on_all, 1, false, identifier},
      {"renamed_from", {in_enum}, "in TENON_ENUM", 2, true, identifier},
      {"label", {in_enum}, "in TENON_ENUM", 2, true, free},
      {"column", {on_member}, "on a member", 1, false, identifier},
      {"ignore", {on_member}, "on a member"},
      {"varchar", {on_member}, "on a member"},
      {"character", {on_member}, "on a member"},
      {"numeric", {on_member}, "on a member"},
      {"sql_type", {on_member}, "on a member", 1},
      {"collate", {on_member}, "on a member", 1},
      {"default_sql", {on_member}, "on a member", 1},
      {"no_default", {on_member}, "on a member"},
      {"using_sql", {on_member}, "on a member", 1},
      {"generated", {on_member}, "on a member", 1},
      {"identity", {on_member}, "on a member"},
      {"references", {on_member}, "on a member"},
      {"primary_key", {on_member, in_table}, in_both},
      {"unique", {on_member, in_table}, in_both, 0, true},
      {"check", {on_member, in_table}, in_both, 1, true},
      {"index", {on_member, in_table}, in_both, 0, true},
      {"foreign_key", {in_table}, "in TENON_TABLE", 2, true},
      {"exclude", {in_table}, "in TENON_TABLE", 1, true},
      {"drop_column", {in_table}, "in TENON_TABLE", 1, true, identifier},
      // Words that stand inside of others only.
      {"name", {}, in_a_constraint, 1, false, identifier},
      {"always", {}, "inside of identity"},
      {"by_default", {}, "inside of identity"},
      {"columns", {}, "inside of foreign_key", 1},
      {"include", {}, in_a_constraint, 1},
      {"deferrable", {}, in_a_key},
      {"initially_deferred", {}, in_a_key},
      {"match_full", {}, "inside of references or foreign_key"},
      {"nulls_not_distinct", {}, "inside of unique or index"},
      {"no_inherit", {}, "inside of check"},
      {"with", {}, "inside of exclude", 2, true},
      {"where", {}, "inside of index or exclude", 1},
      {"method", {}, "inside of index or exclude", 1},
      {"key", {}, in_an_index, 1, true},
      {"asc", {}, in_an_index, 0, true},
      {"desc", {}, in_an_index, 0, true},
      {"expression", {}, in_an_index, 1, true},
      {"operator_class", {}, in_an_index, 1},
      {"nulls_first", {}, in_an_index},
      {"nulls_last", {}, in_an_index},
      {"storage_parameter", {}, in_an_index, 2, true, free},
  };
  return all;
}

const Rule* find_rule(std::string_view word, std::optional<Place> place) {
  const Rule* other = nullptr;
  for (const Rule& rule : rules()) {
    if (rule.word != word) continue;
    if (!place || std::ranges::find(rule.places, *place) != rule.places.end()) return &rule;
    other = &rule;
  }
  return other;
}

std::string_view to_string(Place place) {
  switch (place) {
    case Place::on_struct:
      return "on a struct";
    case Place::on_member:
      return "on a member";
    case Place::in_table:
      return "in TENON_TABLE";
    case Place::on_enum:
      return "on an enum";
    case Place::in_enum:
      return "in TENON_ENUM";
  }
  return "here";
}

// The length of the character that begins here, 0 when it is no UTF-8.
std::size_t character_length(std::string_view text) {
  const auto byte = [&text](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const std::size_t length = byte(0) < 0x80             ? 1
                             : (byte(0) & 0xE0) == 0xC0 ? 2
                             : (byte(0) & 0xF0) == 0xE0 ? 3
                             : (byte(0) & 0xF8) == 0xF0 ? 4
                                                        : 0;
  if (length == 0 || length > text.size()) return 0;
  std::uint32_t code = length == 1 ? byte(0) : byte(0) & (0xFFU >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xC0) != 0x80) return 0;
    code = (code << 6) | (byte(i) & 0x3FU);
  }
  constexpr std::array<std::uint32_t, 5> least = {0, 0, 0x80, 0x800, 0x10000};
  const bool is_surrogate = code >= 0xD800 && code <= 0xDFFF;
  return code < least[length] || code > 0x10FFFF || is_surrogate ? 0 : length;
}

bool is_utf8(std::string_view text) {
  while (!text.empty()) {
    const std::size_t length = character_length(text);
    if (length == 0) return false;
    text.remove_prefix(length);
  }
  return true;
}

bool check_text(std::string_view what, std::string_view text, const SourceLocation& location,
                Diagnostics& diagnostics) {
  const auto report = [&](std::string_view problem, std::string_view note) {
    diagnostics.error(location, "text", fmt::format("{} {}", what, problem), std::string(note));
    return false;
  };
  if (text.empty()) return report("is empty", "say it, or leave the word away");
  if (text.find('\0') != text.npos) return report("has a zero byte", "PostgreSQL keeps none");
  if (!is_utf8(text)) return report("is no UTF-8", "save the header as UTF-8");
  return true;
}

bool check_arguments(const Annotation& annotation, const Rule& rule, Diagnostics& diagnostics);

bool check_rules(const Annotation& annotation, std::optional<Place> place,
                 std::set<std::string>& said, Diagnostics& diagnostics) {
  const Rule* rule = find_rule(annotation.word, place);
  if (rule == nullptr) {
    diagnostics.error(
        annotation.location, "unknown-word",
        fmt::format("'{}' is a word that this tenon-generate does not know", annotation.word),
        "the headers of Tenon and tenon-generate must be of the same version");
    return false;
  }
  if (place && std::ranges::find(rule->places, *place) == rule->places.end()) {
    diagnostics.error(annotation.location, "misplaced-annotation",
                      fmt::format("{} cannot stand {}", annotation.word, to_string(*place)),
                      fmt::format("{} stands {}", annotation.word, rule->home));
    return false;
  }
  if (!rule->repeatable && !said.insert(annotation.word).second) {
    diagnostics.error(annotation.location, "said-twice",
                      fmt::format("{} is said twice", annotation.word), "say it once");
    return false;
  }
  if (annotation.arguments.size() < rule->least) {
    diagnostics.error(
        annotation.location, "arguments",
        fmt::format("{} has {} arguments", annotation.word, annotation.arguments.size()),
        fmt::format("{} takes {} at least", annotation.word, rule->least));
    return false;
  }
  return check_arguments(annotation, *rule, diagnostics);
}

bool check_arguments(const Annotation& annotation, const Rule& rule, Diagnostics& diagnostics) {
  bool right = true;
  std::set<std::string> said;
  std::set<std::string> enumerations;
  const auto& location = annotation.location;
  for (const Argument& argument : annotation.arguments) {
    if (const auto* text = std::get_if<std::string>(&argument.value)) {
      const auto what = fmt::format("the text in {}", annotation.word);
      right &= rule.text == Text::identifier ? check_identifier(what, *text, location, diagnostics)
                                             : check_text(what, *text, location, diagnostics);
    } else if (const auto* member = std::get_if<MemberReference>(&argument.value)) {
      if (!member->member.empty()) continue;
      diagnostics.error(location, "null-member",
                        fmt::format("a null member pointer in {}", annotation.word),
                        "name a member: &User::email");
      right = false;
    } else if (const auto* value = std::get_if<EnumeratorReference>(&argument.value)) {
      if (!value->enumerator.empty() && enumerations.insert(value->enumeration).second) continue;
      diagnostics.error(location, value->enumerator.empty() ? "unnamed-value" : "said-twice",
                        value->enumerator.empty()
                            ? fmt::format("{} has no enumerator of this value", value->enumeration)
                            : fmt::format("{} is said twice", value->enumeration),
                        value->enumerator.empty() ? "name an enumerator" : "say it once");
      right = false;
    } else if (const auto* inner = std::get_if<Annotation>(&argument.value)) {
      right &= check_rules(*inner, std::nullopt, said, diagnostics);
    }
  }
  return right;
}

}  // namespace

bool check_words(const std::vector<Annotation>& annotations, Place place,
                 Diagnostics& diagnostics) {
  bool right = true;
  std::set<std::string> said;
  for (const Annotation& annotation : annotations)
    right &= check_rules(annotation, place, said, diagnostics);
  return right;
}

bool check_identifier(std::string_view what, std::string_view name, const SourceLocation& location,
                      Diagnostics& diagnostics) {
  if (!check_text(what, name, location, diagnostics)) return false;
  if (name.size() <= max_identifier_length) return true;
  diagnostics.error(
      location, "long-name", fmt::format("{} has {} bytes: '{}'", what, name.size(), name),
      fmt::format("PostgreSQL would cut it after {} bytes, to '{}'; say a shorter one",
                  max_identifier_length, make_object_name(name, "", "")));
  return false;
}

}  // namespace tenon::generator
