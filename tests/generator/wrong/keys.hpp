// Keys of the wrong columns.
#pragma once
#include <tenon/annotations.hpp>
#include <cstdint>
#include <string>

namespace fixture {
using namespace tenon::annotations;

struct Base {
  std::int64_t inherited;
};

struct TENON(table) Other {
  TENON(primary_key) std::int64_t id;
};

struct TENON(table) TwoMembers {
  TENON(primary_key) std::int64_t a;
  TENON(primary_key) std::int64_t b;  // expect-error: [primary-key] fixture::TwoMembers has two primary keys // expect-note: TENON_TABLE(primary_key(&TwoMembers::…
};

struct TENON(table) TwoStatements {
  TENON(primary_key) std::int64_t a;
  TENON_TABLE(primary_key(&TwoStatements::a));  // expect-error: [primary-key] fixture::TwoStatements has two primary keys
};

struct TENON(table) SaidTwice {
  TENON(primary_key, primary_key) std::int64_t a;  // expect-error: [said-twice] primary_key is said twice
};

struct TENON(table) Keys {
  TENON(primary_key) std::int64_t id;
  TENON(unique(&Keys::id)) std::int64_t a;  // expect-error: [key-columns] unique on a member lists columns
  TENON(ignore) std::int64_t ignored;
  std::int64_t b;
  std::int64_t function() const { return b; }
  TENON_TABLE(unique);  // expect-error: [key-columns] unique in TENON_TABLE has no columns // expect-note: write unique(&Keys::…)
  TENON_TABLE(unique(&Keys::a, &Keys::a));  // expect-error: [said-twice] unique lists a twice
  TENON_TABLE(unique(&Keys::ignored));  // expect-error: [no-column] fixture::Keys::ignored is no column // expect-note: take ignore away
  TENON_TABLE(unique(&Other::id));  // expect-error: [foreign-member] fixture::Other::id is a member of another struct // expect-note: write a member of fixture::Keys
  TENON_TABLE(unique(&Base::inherited));  // expect-error: [foreign-member] fixture::Base::inherited is a member of another struct
  TENON_TABLE(unique(&Keys::function));  // expect-error: [no-column] fixture::Keys::function is no column
  TENON_TABLE(unique(&Keys::a, include(&Keys::ignored)));  // expect-error: [no-column] fixture::Keys::ignored is no column
  TENON_TABLE(unique(&Keys::b, include(&Keys::a, &Keys::a)));  // expect-error: [said-twice] include lists a twice
};

struct TENON(table) NoMembers {
  TENON(primary_key) std::int64_t id;
  static inline std::int64_t counter = 0;
  TENON_TABLE(unique(&NoMembers::counter));  // expect-error: [not-constant] no constant that can be read here
  TENON_TABLE(unique(static_cast<std::int64_t NoMembers::*>(nullptr)));  // expect-error: [null-member] a null member pointer in unique
};

#define TEN(f, n) f n##0, f n##1, f n##2, f n##3, f n##4, f n##5, f n##6, f n##7, f n##8, f n##9
struct TENON(table) Wide {
  std::int64_t TEN(, a), TEN(, b), TEN(, c), d0, d1, d2;
  TENON_TABLE(primary_key(TEN(&Wide::, a), TEN(&Wide::, b), TEN(&Wide::, c), &Wide::d0, &Wide::d1, &Wide::d2));  // expect-error: [key-columns] primary_key has 33 columns // expect-note: limit is 32
};
#undef TEN

struct TENON(table) Checks {
  TENON(primary_key) std::int64_t id;
  TENON(check(no_inherit)) std::int64_t a;  // expect-error: [check] a check has an expression, and before it a name or none
  TENON(check("a", "b", "c")) std::int64_t b;  // expect-error: [check] a check has an expression, and before it a name or none
  TENON(check("positive", "id > 0"), check("positive", "id > 1")) std::int64_t c;  // expect-error: [duplicate-name] there is another constraint called 'positive'
  TENON_TABLE(check(no_inherit, "positive", "id > 2"));  // expect-error: [duplicate-name] there is another constraint called 'positive'
};

}  // namespace fixture
