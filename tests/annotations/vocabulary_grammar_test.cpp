// An ordinary build and the generator agree on what each word takes.
#include "mapping/word_rules.hpp"

#include <support/catch.hpp>
#include <tenon/annotations.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

namespace {

using tenon::annotations::annotation;
using tenon::generator::WordRule;
namespace word = tenon::annotations::word;

struct Table {
  int column;
};
enum class Enum { enumerator };

// Whether one of the rules of a word, which has one for each meaning, says so.
template <class Predicate>
bool any_rule(std::string_view name, const Predicate& predicate) {
  return std::ranges::any_of(tenon::generator::word_rules(), [&](const WordRule& rule) {
    return rule.word == name && predicate(rule);
  });
}

bool takes_inside(std::string_view name, std::string_view inner) {
  return any_rule(name, [&](const WordRule& rule) {
    return std::ranges::find(rule.inner, inner) != rule.inner.end();
  });
}

// Each a line that says what the build accepts and the generator does not, or the other way round.
void compare(std::string& differences, std::string_view word, std::string_view what, bool build,
             bool generator) {
  if (build != generator)
    differences += std::string{word} + " with " + std::string{what} + ": the build says " +
                   (build ? "yes" : "no") + "\n";
}

template <class Word, std::size_t... Counts>
void compare_counts(std::string& differences, std::string_view name,
                    std::index_sequence<Counts...>) {
  (compare(
       differences, name, std::to_string(Counts) + " arguments", Word::template takes<Counts>,
       any_rule(name,
                [](const WordRule& rule) { return rule.least <= Counts && Counts <= rule.most; })),
   ...);
}

template <class Word>
void compare_kinds(std::string& differences, std::string_view name) {
  compare(differences, name, "a text", Word::template accepts<char[5]>,
          any_rule(name, [](const WordRule& rule) { return rule.takes_text; }));
  compare(differences, name, "a number", Word::template accepts<int>,
          any_rule(name, [](const WordRule& rule) { return rule.takes_integer; }));
  compare(differences, name, "a member", Word::template accepts<int Table::*>,
          any_rule(name, [](const WordRule& rule) { return rule.takes_column; }));
  constexpr bool takes_any_enum = Word::template accepts<Enum>;
  compare(differences, name, "an enumerator", takes_any_enum,
          any_rule(name, [](const WordRule& rule) { return rule.takes_enumerator; }));
  if (takes_any_enum) return;
  compare(differences, name, "on_delete", Word::template accepts<tenon::annotations::on_delete>,
          takes_inside(name, "on_delete"));
  compare(differences, name, "on_update", Word::template accepts<tenon::annotations::on_update>,
          takes_inside(name, "on_update"));
}

template <class Word>
void compare_word(std::string& differences, std::string_view name) {
  compare_counts<Word>(differences, name, std::make_index_sequence<50>{});
  compare_kinds<Word>(differences, name);
#define WORD(inner)                                                                   \
  compare(differences, name, #inner, Word::template accepts<annotation<word::inner>>, \
          takes_inside(name, #inner));
#include "words.inc"
#undef WORD
}

}  // namespace

TEST_CASE("the build and the generator agree on what each word takes", "[annotations]") {
  std::string differences;
#define WORD(name) compare_word<word::name>(differences, #name);
#include "words.inc"
#undef WORD
  CHECK(differences == "");
}
