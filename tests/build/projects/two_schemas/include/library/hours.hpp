#pragma once
#include <library/identifier.hpp>
#include <tenon/annotations.hpp>

#if __cplusplus <= 202002L && defined(TENON_GENERATOR)
#error "the parse was to be of C++23"
#endif

namespace library {
using namespace tenon::annotations;

struct TENON(table("opening_hours")) OpeningHours {
  TENON(primary_key) int weekday;
  Identifier closes_at;
};

}  // namespace library
