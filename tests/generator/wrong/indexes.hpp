// Indexes and exclusion constraints whose parts do not make one.
#pragma once
#include <tenon/annotations.hpp>
#include <cstdint>
#include <string>

namespace fixture {
using namespace tenon::annotations;

struct TENON(table) Indexes {
  TENON(primary_key) std::int64_t id;
  TENON(index(&Indexes::id)) std::int64_t a;  // expect-error: [index] an index on a member lists columns
  TENON(index(asc, desc)) std::int64_t b;  // expect-error: [index] an index on a member lists columns
  TENON(index(nulls_not_distinct)) std::int64_t c;  // expect-error: [index] nulls_not_distinct is said of an index that is not unique
  TENON(index(storage_parameter("fillfactor", 70), storage_parameter("fillfactor", 80))) std::int64_t d;  // expect-error: [index] the storage parameter fillfactor is said twice
  TENON(index(storage_parameter(70, 70))) std::int64_t e;  // expect-error: [index] a storage parameter has a name and a value
  TENON(ignore) std::int64_t ignored;
  TENON(index(method("hash"), method("btree"))) std::int64_t f;  // expect-error: [said-twice] method is said twice
  TENON(index(name("same"))) std::int64_t g;
  TENON(index(name("same"))) std::int64_t h;  // expect-error: [duplicate-name] there is another table, index or key called 'same'
  TENON_TABLE(index);  // expect-error: [index] an index in TENON_TABLE has no columns // expect-note: write index(&Indexes::…)
  TENON_TABLE(index(&Indexes::ignored));  // expect-error: [no-column] fixture::Indexes::ignored is no column
  TENON_TABLE(index(desc));  // expect-error: [index-element] an element of the index has no column
  TENON_TABLE(index(key(nulls_first)));  // expect-error: [index-element] an element of the index has no column
  TENON_TABLE(index(key(&Indexes::a, &Indexes::b)));  // expect-error: [index-element] an element of the index has several columns
  TENON_TABLE(index(key(&Indexes::a, expression("b"))));  // expect-error: [index-element] an element of the index has several columns
  TENON_TABLE(index(key(&Indexes::a, asc, desc)));  // expect-error: [index-element] an element of the index has two orders
  TENON_TABLE(index(desc(&Indexes::a, nulls_first, nulls_last)));  // expect-error: [index-element] an element of the index has two orders
  TENON_TABLE(exclude(method("gist")));  // expect-error: [exclusion] an exclusion constraint has at least one element
  TENON_TABLE(exclude(with(&Indexes::a, &Indexes::b)));  // expect-error: [exclusion] with has an element and an operator
  TENON_TABLE(exclude(with("=", "=")));  // expect-error: [exclusion] with has an element and an operator
  TENON_TABLE(exclude(with("=", &Indexes::a)));  // expect-error: [exclusion] with has an element and an operator
  TENON_TABLE(exclude(with(&Indexes::ignored, "=")));  // expect-error: [no-column] fixture::Indexes::ignored is no column
};

}  // namespace fixture
