// What TENON(…) said, as a tree of words and their arguments.
#pragma once

#include <tenon/model/declarations.hpp>

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace tenon::generator {

/// `&household::User::email`: the struct and the member.
struct MemberReference {
  std::string record;
  std::string member;

  friend auto operator<=>(const MemberReference&, const MemberReference&) = default;
};

/// `household::Role::admin`: the enum and the enumerator. The enumerator is empty for a value that
/// has no name.
struct EnumeratorReference {
  std::string enumeration;
  std::string enumerator;

  friend auto operator<=>(const EnumeratorReference&, const EnumeratorReference&) = default;
};

struct Argument;

/// One word of the vocabulary, as `varchar(120)` or `references<User>(on_delete::cascade)`.
struct Annotation {
  std::string word;
  /// The struct of `references<User>()`; empty for every other word.
  std::string record;
  std::vector<Argument> arguments;
  /// Where it stands. A word inside another one has the place of the outermost.
  SourceLocation location;
};

struct Argument {
  std::variant<std::string, std::int64_t, EnumeratorReference, MemberReference, Annotation> value;
};

/// The first annotation with this word, or null.
[[nodiscard]] inline const Annotation* find_word(const std::vector<Annotation>& annotations,
                                                 std::string_view word) {
  const auto found = std::ranges::find(annotations, word, &Annotation::word);
  return found == annotations.end() ? nullptr : &*found;
}

/// The arguments of one kind, in order: texts, integers, members or words.
template <class Kind>
[[nodiscard]] std::vector<Kind> arguments_of(const Annotation& annotation) {
  std::vector<Kind> arguments;
  for (const Argument& argument : annotation.arguments)
    if (const auto* value = std::get_if<Kind>(&argument.value)) arguments.push_back(*value);
  return arguments;
}

/// The word `word` among the arguments, or null.
[[nodiscard]] inline const Annotation* find_inside(const Annotation& annotation,
                                                   std::string_view word) {
  for (const Argument& argument : annotation.arguments) {
    const auto* inner = std::get_if<Annotation>(&argument.value);
    if (inner != nullptr && inner->word == word) return inner;
  }
  return nullptr;
}

/// The only text of a word that takes one, as `name("users_by_email")`.
[[nodiscard]] inline const std::string& text_of(const Annotation& annotation) {
  return std::get<std::string>(annotation.arguments.front().value);
}

}  // namespace tenon::generator
