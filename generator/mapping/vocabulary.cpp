// The rules of the vocabulary that an ordinary build cannot check, since it does not know where an
// annotation stands.
#include "mapping/vocabulary.hpp"

#include "mapping/fragments.hpp"

#include <fmt/format.h>

#include <tenon/model/identifier.hpp>
#include <tenon/sql/utf8.hpp>

#include <cstdint>
#include <optional>
#include <set>

namespace tenon::generator {
namespace {

const WordRule* find_rule(std::string_view word, std::optional<Place> place) {
  const WordRule* other = nullptr;
  for (const WordRule& rule : word_rules()) {
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
    case Place::on_view:
      return "on a struct that is a view";
    case Place::on_view_member:
      return "on a member of a view";
    case Place::in_view:
      return "in TENON_TABLE of a view";
  }
  return "here";
}

bool check_text(std::string_view what, std::string_view text, const SourceLocation& location,
                Diagnostics& diagnostics) {
  const auto report = [&](std::string_view problem, std::string_view note) {
    diagnostics.error(location, "text", fmt::format("{} {}", what, problem), std::string(note));
    return false;
  };
  if (text.empty()) return report("is empty", "say it, or leave the word away");
  if (text.find('\0') != text.npos) return report("has a zero byte", "PostgreSQL keeps none");
  if (!sql::is_utf8(text)) return report("is no UTF-8", "save the header as UTF-8");
  return true;
}

// Checks one word and what is inside of it.
class WordCheck {
 public:
  WordCheck(const Annotation& annotation, Diagnostics& diagnostics)
      : annotation_(annotation), diagnostics_(diagnostics) {}

  // `said` has the words that were said before in the same place, which is none of the places when
  // the word is inside of another one.
  bool check(std::optional<Place> place, std::set<std::string>& said) {
    const WordRule* rule = find_rule(annotation_.word, place);
    if (rule == nullptr)
      return error(
          "unknown-word",
          fmt::format("'{}' is a word that this tenon-generate does not know", annotation_.word),
          "the headers of Tenon and tenon-generate must be of the same version");
    if (place && std::ranges::find(rule->places, *place) == rule->places.end())
      return error("misplaced-annotation",
                   fmt::format("{} cannot stand {}", annotation_.word, to_string(*place)),
                   fmt::format("{} stands {}", annotation_.word, rule->home));
    if (!rule->is_repeatable && !said.insert(annotation_.word).second)
      return error("said-twice", fmt::format("{} is said twice", annotation_.word), "say it once");
    if (annotation_.arguments.size() < rule->least || annotation_.arguments.size() > rule->most)
      return error(
          "arguments",
          fmt::format("{} has {} arguments", annotation_.word, annotation_.arguments.size()),
          fmt::format("{} takes {}", annotation_.word, count_of(*rule)));
    bool right = true;
    for (const Argument& argument : annotation_.arguments)
      right &= std::visit([&](const auto& value) { return check_argument(value, *rule); },
                          argument.value);
    return right && (!rule->fragment || check_fragment(annotation_, *rule->fragment, diagnostics_));
  }

 private:
  static std::string count_of(const WordRule& rule) {
    return rule.least == rule.most ? std::to_string(rule.most)
                                   : fmt::format("{} to {}", rule.least, rule.most);
  }

  bool check_argument(const std::string& text, const WordRule& rule) {
    if (!rule.takes_text) return unexpected("a text", rule);
    const auto what = fmt::format("the text in {}", annotation_.word);
    return rule.text == TextKind::identifier
               ? check_identifier(what, text, annotation_.location, diagnostics_)
               : check_text(what, text, annotation_.location, diagnostics_);
  }

  bool check_argument(std::int64_t, const WordRule& rule) {
    return rule.takes_integer || unexpected("a number", rule);
  }

  bool check_argument(const MemberReference& member, const WordRule& rule) {
    if (!rule.takes_column) return unexpected("a member", rule);
    return !member.member.empty() ||
           error("null-member", fmt::format("a null member pointer in {}", annotation_.word),
                 "name a member: &User::email");
  }

  bool check_argument(const EnumeratorReference& value, const WordRule& rule) {
    constexpr std::string_view own = "tenon::annotations::";
    const std::string_view enumeration = value.enumeration;
    const bool is_own = enumeration.starts_with(own);
    if (is_own ? !takes(rule, enumeration.substr(own.size())) : !rule.takes_enumerator)
      return unexpected(fmt::format("an enumerator of {}", enumeration), rule);
    if (value.enumerator.empty())
      return error("unnamed-value", fmt::format("{} has no enumerator of this value", enumeration),
                   "name an enumerator");
    return enumerations_.insert(value.enumeration).second ||
           error("said-twice", fmt::format("{} is said twice", enumeration), "say it once");
  }

  bool check_argument(const Annotation& word, const WordRule& rule) {
    return takes(rule, word.word) ? WordCheck(word, diagnostics_).check(std::nullopt, said_)
                                  : unexpected(word.word, rule);
  }

  static bool takes(const WordRule& rule, std::string_view word) {
    return std::ranges::find(rule.inner, word) != rule.inner.end();
  }

  bool unexpected(std::string_view seen, const WordRule& rule) {
    std::vector<std::string_view> kinds;
    if (rule.takes_text) kinds.emplace_back("texts");
    if (rule.takes_integer) kinds.emplace_back("numbers");
    if (rule.takes_column) kinds.emplace_back("members of a table");
    if (rule.takes_enumerator) kinds.emplace_back("enumerators");
    kinds.insert(kinds.end(), rule.inner.begin(), rule.inner.end());
    return error("arguments", fmt::format("{} does not take {}", annotation_.word, seen),
                 fmt::format("{} takes {}", annotation_.word, fmt::join(kinds, ", ")));
  }

  bool error(Code code, std::string message, std::string note) {
    diagnostics_.error(annotation_.location, code, std::move(message), std::move(note));
    return false;
  }

  const Annotation& annotation_;
  Diagnostics& diagnostics_;
  std::set<std::string> said_;
  std::set<std::string> enumerations_;
};

}  // namespace

bool check_words(const std::vector<Annotation>& annotations, Place place,
                 Diagnostics& diagnostics) {
  bool right = true;
  std::set<std::string> said;
  for (const Annotation& annotation : annotations)
    right &= WordCheck(annotation, diagnostics).check(place, said);
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
