// A header that does not compile is reported by Clang itself, and nothing else is.
#pragma once
#include <tenon/annotations.hpp>
#include <cstdint>

namespace fixture {
using namespace tenon::annotations;

struct TENON(table) User {
  TENON(primary_key) std::int64_t id;
  std::strng name;  // expect-error: [compiler] no type named 'strng' in namespace 'std'
};

struct TENON(table) Post {
  TENON(primary_key, spelt_wrong) std::int64_t id;  // expect-error: [compiler] use of undeclared identifier 'spelt_wrong'
  TENON(references(&User::nobody)) std::int64_t user_id;  // expect-error: [compiler] no member named 'nobody' in 'fixture::User'
  unsigned flags : 3;
};

}  // namespace fixture
