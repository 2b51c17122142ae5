// Enums that are no types, and labels of nothing.
#pragma once
#include <tenon/annotations.hpp>
#include <cstdint>
#include <string>

namespace fixture {
using namespace tenon::annotations;

enum class TENON(comment("x")) Commented { a };  // expect-error: [not-a-type] fixture::Commented has annotations but is no enum type // expect-note: write enum class TENON(enum_type) Commented
enum class TENON(enum_type) Empty {};  // expect-error: [enumerators] fixture::Empty has no enumerators
enum class TENON(enum_type) SameValue { a = 1, b = 1 };  // expect-error: [enumerators] b has the value of a
enum TENON(enum_type) { no_name };  // expect-error: [unreachable] cannot be named from outside
namespace {
enum class TENON(enum_type) Hidden { a };  // expect-error: [unreachable] fixture::(unnamed)::Hidden cannot be named from outside
}

enum class Plain { a, b };
TENON_ENUM(label(Plain::a, "x"));  // expect-error: [enum-statement] fixture::Plain is no enum type // expect-note: write TENON(enum_type) where the enum is defined

enum class TENON(enum_type) Mood { sad, so_so, happy };
TENON_ENUM(label(Mood::sad, "blue"), label(Mood::sad, "bluer"));  // expect-error: [said-twice] label of sad is said twice
TENON_ENUM(renamed_from(Mood::sad, "grim"), renamed_from(Mood::sad, "dull"));  // expect-error: [said-twice] renamed_from of sad is said twice
TENON_ENUM(label(Mood::happy, ""));  // expect-error: [text] the text in label is empty
TENON_ENUM(label("x", "y"));  // expect-error: [enum-statement] label takes an enumerator and a text here // expect-note: write label(Role::admin, "…")
TENON_ENUM(label(Mood::sad, Plain::a));  // expect-error: [enum-statement] label takes an enumerator and a text here
TENON_ENUM(label(Mood::sad, Mood::happy));  // expect-error: [said-twice] fixture::Mood is said twice
TENON_ENUM(label(static_cast<Mood>(7), "x"));  // expect-error: [unnamed-value] fixture::Mood has no enumerator of this value
TENON_ENUM(renamed_from("x"));  // expect-error: [arguments] renamed_from has 1 arguments

enum class TENON(enum_type) SameLabel { a, b };  // expect-error: [duplicate-name] b has the label 'a' of another enumerator
TENON_ENUM(label(SameLabel::b, "a"));

enum class TENON(enum_type("same")) First { a };
enum class TENON(enum_type("same")) Second { a };  // expect-error: [duplicate-name] there is another type or table public.same
struct TENON(table("same")) Third {  // expect-error: [duplicate-name] there is another table or type public.same
  TENON(primary_key) std::int64_t id;
};

enum class TENON(enum_type) LongLabel {
  a_label_whose_name_is_longer_than_the_sixty_three_bytes_that_can_fit  // expect-error: [long-name] the label of a_label
};

enum class TENON(enum_type, enum_type) Twice { a };  // expect-error: [said-twice] enum_type is said twice
TENON_ENUM(label(Twice::a, "b"));
// An enum that has an error is a type: what is of it has none.
struct TENON(table) OfBroken {
  TENON(primary_key) std::int64_t id;
  Twice twice;
  Twice with_default = Twice::a;
  Empty empty;
};

}  // namespace fixture
