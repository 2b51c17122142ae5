// What annotations are made of: values of structural types, which a compiler can read as constants.
#pragma once

#include <cstddef>
#include <type_traits>

namespace tenon::annotations {

/// A text held by value, with its final zero, so that it can be a template argument or a C++26
/// annotation.
template <std::size_t Size>
struct fixed_string {
  char chars[Size]{};

  consteval explicit(false) fixed_string(const char (&text)[Size]) {
    for (std::size_t i = 0; i < Size; ++i) chars[i] = text[i];
  }
};

/// A tuple; std::tuple is no structural type.
template <class... Elements>
struct list;

template <>
struct list<> {};

template <class Head, class... Tail>
struct list<Head, Tail...> {
  Head head;
  list<Tail...> tail;
};

[[nodiscard]] consteval list<> make_list() {
  return {};
}

template <class Head, class... Tail>
[[nodiscard]] consteval list<Head, Tail...> make_list(Head head, Tail... tail) {
  return {head, make_list(tail...)};
}

/// How an argument is kept: a text by value, anything else as it is.
template <class Argument>
struct stored {
  using type = Argument;
};
template <std::size_t Size>
struct stored<char[Size]> {
  using type = fixed_string<Size>;
};
template <class Argument>
using stored_t = typename stored<std::remove_cv_t<Argument>>::type;

/// One word of the vocabulary with its arguments. `Word` says which, and what it accepts.
template <class Word, class... Arguments>
struct annotation {
  list<Arguments...> arguments;

  /// The same word with arguments: `unique` is an annotation, and so is `unique(&User::email)`.
  template <class... More>
    requires(sizeof...(Arguments) == 0) && (Word::template accepts<std::remove_cv_t<More>> && ...)
  [[nodiscard]] consteval annotation<Word, stored_t<More>...> operator()(
      const More&... more) const {
    static_assert(Word::template takes<sizeof...(More)>, "wrong number of arguments");
    return {make_list(stored_t<More>(more)...)};
  }
};

template <class Type>
inline constexpr bool is_annotation = false;
template <class Word, class... Arguments>
inline constexpr bool is_annotation<annotation<Word, Arguments...>> = true;

/// Whether `Type` is an annotation made of one of `Words`.
template <class Type, class... Words>
inline constexpr bool is_one_of = false;
template <class Word, class... Arguments, class... Words>
inline constexpr bool is_one_of<annotation<Word, Arguments...>, Words...> =
    (std::is_same_v<Word, Words> || ...);

template <class Type>
inline constexpr bool is_text = false;
template <std::size_t Size>
inline constexpr bool is_text<char[Size]> = true;

/// A pointer to a data member; which of them are columns, the generator knows.
template <class Type>
inline constexpr bool is_column = std::is_member_object_pointer_v<Type>;

}  // namespace tenon::annotations
