// The attribute that TENON expands to, written by hand or by another version of Tenon.
#pragma once
#include <tenon/annotations.hpp>
#include <cstdint>

namespace fixture {
using namespace tenon::annotations;

struct TENON(table) Table {
  TENON(primary_key) std::int64_t id;
  [[clang::annotate("tenon")]] std::int64_t a;  // expect-error: [version] no annotation that this tenon-generate can read // expect-note: of the same version
  [[clang::annotate("tenon", 5)]] std::int64_t b;  // expect-error: [version] no annotation that this tenon-generate can read
  [[clang::annotate("tenon", noexcept([] {}))]] std::int64_t c;  // expect-error: [version] no annotation that this tenon-generate can read
  [[clang::annotate("tenon", noexcept([] { int words; }))]] std::int64_t d;  // expect-error: [version] no annotation that this tenon-generate can read
  [[clang::annotate("tenon", noexcept([] { struct words { using list = int; }; }))]] std::int64_t e;  // expect-error: [version] no annotation that this tenon-generate can read
  [[clang::annotate("tenon", noexcept([] { struct words { using list = decltype(sizeof(1)); }; }))]] std::int64_t f;  // expect-error: [version] no annotation that this tenon-generate can read
  [[clang::annotate("another")]] std::int64_t g;
};

}  // namespace fixture
