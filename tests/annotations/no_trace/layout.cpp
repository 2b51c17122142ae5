// Annotations change no layout.
#include "prelude.hpp"

#include <type_traits>

#define NO_TRACE annotated
#include "structs.hpp"
#undef NO_TRACE

#include "without_annotations.hpp"
#define NO_TRACE plain
#include "structs.hpp"
#undef NO_TRACE

namespace {

template <class Annotated, class Plain>
constexpr bool are_the_same =
    sizeof(Annotated) == sizeof(Plain) && alignof(Annotated) == alignof(Plain) &&
    std::is_aggregate_v<Annotated> == std::is_aggregate_v<Plain> &&
    std::is_trivially_copyable_v<Annotated> == std::is_trivially_copyable_v<Plain> &&
    std::is_standard_layout_v<Annotated> == std::is_standard_layout_v<Plain> &&
    std::is_trivially_default_constructible_v<Annotated> ==
        std::is_trivially_default_constructible_v<Plain> &&
    std::is_nothrow_move_constructible_v<Annotated> == std::is_nothrow_move_constructible_v<Plain>;

}  // namespace

#define SAME(type) static_assert(are_the_same<annotated::type, plain::type>)
#define SAME_MEMBER(type, member)                                                    \
  static_assert(offsetof(annotated::type, member) == offsetof(plain::type, member)); \
  static_assert(alignof(decltype(annotated::type::member)) ==                        \
                alignof(decltype(plain::type::member)))

SAME(Small);
SAME(Unscoped);
SAME(Mixed);
SAME_MEMBER(Mixed, letter);
SAME_MEMBER(Mixed, id);
SAME_MEMBER(Mixed, truth);
SAME_MEMBER(Mixed, number);
SAME_MEMBER(Mixed, real);
SAME_MEMBER(Mixed, small);
SAME_MEMBER(Mixed, unscoped);
SAME_MEMBER(Mixed, empty);
SAME_MEMBER(Mixed, bits);
SAME_MEMBER(Mixed, pointer);
SAME_MEMBER(Mixed, bytes);
SAME(Texts);
SAME_MEMBER(Texts, id);
SAME_MEMBER(Texts, name);
SAME_MEMBER(Texts, other);
SAME_MEMBER(Texts, numbers);
SAME_MEMBER(Texts, mixed_id);
SAME(Aligned);
SAME_MEMBER(Aligned, id);
SAME_MEMBER(Aligned, wide);
SAME_MEMBER(Aligned, narrow);
SAME(Packed);
SAME_MEMBER(Packed, a);
SAME_MEMBER(Packed, id);
SAME_MEMBER(Packed, b);
