// PostgreSQL's limit of 1600 columns.
#pragma once
#include <tenon/annotations.hpp>

namespace fixture {
using namespace tenon::annotations;

#define TEN(n) n##0, n##1, n##2, n##3, n##4, n##5, n##6, n##7, n##8, n##9
#define HUNDRED(n) TEN(n##0), TEN(n##1), TEN(n##2), TEN(n##3), TEN(n##4), TEN(n##5), TEN(n##6), TEN(n##7), TEN(n##8), TEN(n##9)

struct TENON(table) AtTheLimit {
  int HUNDRED(a), HUNDRED(b), HUNDRED(c), HUNDRED(d), HUNDRED(e), HUNDRED(f), HUNDRED(g), HUNDRED(h);
  int HUNDRED(i), HUNDRED(j), HUNDRED(k), HUNDRED(l), HUNDRED(m), HUNDRED(n), HUNDRED(o), HUNDRED(p);
};

struct TENON(table) Wide {  // expect-error: [too-many-columns] fixture::Wide has 1601 columns
  int HUNDRED(a), HUNDRED(b), HUNDRED(c), HUNDRED(d), HUNDRED(e), HUNDRED(f), HUNDRED(g), HUNDRED(h);
  int HUNDRED(i), HUNDRED(j), HUNDRED(k), HUNDRED(l), HUNDRED(m), HUNDRED(n), HUNDRED(o), HUNDRED(p);
  int one_more;
};

#undef HUNDRED
#undef TEN

}  // namespace fixture
