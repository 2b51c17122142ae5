// The grammar of the vocabulary: where a word stands and what it takes.
//
// An ordinary build checks arguments by <tenon/annotations/words.hpp>. The generator reads
// expressions that nothing has checked, and knows besides where they stand; a test compares both.
#pragma once

#include <tenon/sql/sql_fragment.hpp>

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace tenon::generator {

enum class Place {
  on_struct,
  on_member,
  in_table,
  on_enum,
  in_enum,
  /// A struct that is a view, its members, and TENON_TABLE in it.
  on_view,
  on_view_member,
  in_view
};

/// What the texts of a word are.
enum class TextKind { identifier, free };

struct WordRule {
  std::string_view word;
  /// Where it may stand by itself.
  std::vector<Place> places;
  /// The same for people, also where it stands inside of another word.
  std::string_view home;
  std::size_t least = 0;
  std::size_t most = 0;
  bool takes_text = false;
  bool takes_integer = false;
  bool takes_column = false;
  /// Enumerators of the user's enums.
  bool takes_enumerator = false;
  /// Words, and enums of the vocabulary, that it takes.
  std::vector<std::string_view> inner = {};
  /// May be said more than once in the same place.
  bool is_repeatable = false;
  TextKind text = TextKind::free;
  /// What its last text is, if that is SQL.
  std::optional<sql::FragmentKind> fragment = std::nullopt;
};

/// A word has more than one rule when it means something else in another place.
[[nodiscard]] const std::vector<WordRule>& word_rules();

}  // namespace tenon::generator
