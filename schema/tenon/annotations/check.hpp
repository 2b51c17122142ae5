// What an ordinary build checks of an annotation: that it is one, and that its words fit together.
// What depends on the declaration around it, the generator checks.
#pragma once

#include <tenon/annotations/words.hpp>

#include <cstddef>

namespace tenon::annotations {

/// Whether a word, and each word inside of it, has as many arguments as it takes: `comment` alone
/// says nothing.
template <class Type>
inline constexpr bool is_complete = true;
template <class Word, class... Arguments>
inline constexpr bool is_complete<annotation<Word, Arguments...>> =
    Word::template takes<sizeof...(Arguments)> && (is_complete<Arguments> && ...);

template <class... Annotations>
struct counts {
  template <class... Words>
  static constexpr std::size_t of = (std::size_t{is_one_of<Annotations, Words...>} + ... + 0);
};

template <class... Annotations>
consteval void check_words() {
  using namespace word;
  static_assert(
      (is_annotation<Annotations> && ...),
      "TENON takes annotations only, such as table(\"users\"), primary_key, varchar(120)");
  static_assert((is_complete<Annotations> && ...),
                "a word has too few arguments, such as comment without its text");
  using count = counts<Annotations...>;
  static_assert(count::template of<varchar, character, numeric, sql_type> <= 1,
                "a column has one type: say varchar, character, numeric or sql_type once");
  static_assert(count::template of<default_sql, no_default, identity, generated> <= 1,
                "say one of default_sql, no_default, identity and generated");
  static_assert(count::template of<comment> <= 1, "say comment once");
  static_assert(count::template of<collate> <= 1, "say collate once");
  static_assert(count::template of<table, enum_type, view, materialized_view> <= 1,
                "say table, enum_type, view or materialized_view once");
  static_assert(count::template of<schema> <= 1, "say schema once");
  static_assert(count::template of<column> <= 1, "say column once");
  static_assert(count::template of<primary_key> <= 1, "say primary_key once");
}

/// For TENON(…): 1, the alignment that changes nothing.
template <class... Annotations>
[[nodiscard]] consteval int checked(Annotations...) {
  check_words<Annotations...>();
  return 1;
}

/// Its argument must be a constant, which that of an attribute need not be.
template <int Value>
inline constexpr int evaluated = Value;

/// For TENON_TABLE(…).
template <class... Annotations>
[[nodiscard]] consteval bool checked_table(Annotations...) {
  check_words<Annotations...>();
  using namespace word;
  static_assert(
      (is_one_of<Annotations, primary_key, unique, foreign_key, check, exclude, index, drop_column,
                 storage_parameter, partition_by, partition, grant, policy, trigger> &&
       ...),
      "TENON_TABLE takes primary_key, unique, foreign_key, check, exclude, index, "
      "drop_column, storage_parameter, partition_by, partition, grant, policy and "
      "trigger; say anything else in TENON(...) before the name of the struct");
  static_assert(counts<Annotations...>::template of<partition_by> <= 1, "say partition_by once");
  return true;
}

/// For TENON_ENUM(…).
template <class... Annotations>
[[nodiscard]] consteval bool checked_enum(Annotations...) {
  check_words<Annotations...>();
  static_assert(
      (is_one_of<Annotations, word::label, word::renamed_from> && ...),
      "TENON_ENUM takes label(enumerator, \"text\") and renamed_from(enumerator, \"old\")");
  return true;
}

}  // namespace tenon::annotations
