// Foreign keys to what is no key, no table, or of another type.
#pragma once
#include <tenon/annotations.hpp>
#include <cstdint>
#include <optional>
#include <string>

namespace fixture {
using namespace tenon::annotations;

struct Plain {
  std::int64_t id;
};

struct TENON(table) NoKey {
  TENON(unique) std::int64_t id;
};

struct Later;

struct TENON(table) Household {
  TENON(primary_key) std::int64_t id;
  std::int64_t not_a_key;
  TENON(unique(deferrable)) std::int64_t deferred;
  TENON(ignore) std::int64_t ignored;
  TENON(unique) std::string name;
  std::int64_t a;
  std::int32_t b;
  TENON_TABLE(unique(&Household::a, &Household::b));
};

struct TENON(table) User {
  TENON(primary_key) std::int64_t id;
  TENON(references(&Plain::id)) std::int64_t c1;  // expect-error: [no-table] fixture::Plain is no table // expect-note: write TENON(table) on the struct
  TENON(references<Plain>()) std::int64_t c2;  // expect-error: [no-table] fixture::Plain is no table
  TENON(references<Later>()) std::int64_t c3;  // expect-error: [no-table] fixture::Later is no table
  TENON(references<std::int64_t>()) std::int64_t e1;  // expect-error: [no-table] is no table
  TENON(references<on_delete>()) std::int64_t e2;  // expect-error: [no-table] on_delete is no table
  TENON(references<NoKey>()) std::int64_t c4;  // expect-error: [not-a-key] fixture::NoKey has no primary key // expect-note: name the columns
  TENON(references(&Household::not_a_key)) std::int64_t c5;  // expect-error: [not-a-key] fixture::Household (not_a_key) is neither a primary key nor unique
  TENON(references(&Household::deferred)) std::int64_t c6;  // expect-error: [not-a-key] fixture::Household (deferred) is neither a primary key nor unique
  TENON(references(&Household::a)) std::int64_t c7;  // expect-error: [not-a-key] fixture::Household (a) is neither a primary key nor unique
  TENON(references(&Household::ignored)) std::int64_t c8;  // expect-error: [no-column] fixture::Household::ignored is no column
  TENON(references(&Household::id)) std::int32_t c9;  // expect-error: [foreign-key-types] c9 is integer, and household.id is bigint
  TENON(references(&Household::id)) std::string d1;  // expect-error: [foreign-key-types] d1 is text, and household.id is bigint
  TENON(references(&Household::a, &Household::b)) std::int64_t d2;  // expect-error: [foreign-key-columns] 1 column(s) refer to 2 column(s) of fixture::Household // expect-note: foreign_key in TENON_TABLE
  TENON(references(&Household::id, &NoKey::id)) std::int64_t d3;  // expect-error: [foreign-member] fixture::NoKey::id is a member of another struct
  TENON(references(&Household::id, on_delete::cascade, on_delete::restrict)) std::int64_t d4;  // expect-error: [said-twice] on_delete is said twice
  TENON(references(&Household::id, name("fk"))) std::int64_t d5;
  TENON(references(&Household::id, name("fk"))) std::int64_t d6;  // expect-error: [duplicate-name] there is another constraint called 'fk'
  std::int64_t x;
  std::int32_t y;
  TENON_TABLE(foreign_key(columns(&User::x), references(&Household::a, &Household::b)));  // expect-error: [foreign-key-columns] 1 column(s) refer to 2 column(s)
  TENON_TABLE(foreign_key(columns(&User::y, &User::x), references(&Household::a, &Household::b)));  // expect-error: [foreign-key-types] y is integer, and household.a is bigint
  TENON_TABLE(foreign_key(columns(&User::x), name("x")));  // expect-error: [foreign-key] no columns(…) or no references(…)
  TENON_TABLE(foreign_key(references<Household>(), name("y")));  // expect-error: [foreign-key] no columns(…) or no references(…)
  TENON_TABLE(foreign_key(columns(&Household::a), references<Household>()));  // expect-error: [foreign-member] fixture::Household::a is a member of another struct
  TENON_TABLE(foreign_key(columns(&User::x), references<Household>(on_delete::cascade), on_delete::restrict));  // expect-error: [said-twice] on_delete is said twice
  TENON_TABLE(foreign_key(columns(&User::x, &User::x), references(&Household::a, &Household::b)));  // expect-error: [said-twice] columns lists x twice
};

// A table that has an error is a table: what refers to it has none.
struct TENON(table, table) Broken {  // expect-error: [said-twice] table is said twice
  TENON(primary_key) std::int64_t id;
};
struct TENON(table) RefersToBroken {
  TENON(primary_key) std::int64_t id;
  TENON(references(&Broken::id)) std::int64_t broken_id;
  TENON(references<Broken>()) std::int64_t other_id;
};

}  // namespace fixture
