// Annotations that stand on nothing that they could describe, and words in the wrong place.
#pragma once
#include <tenon/annotations.hpp>
#include <cstdint>
#include <string>

namespace fixture {
using namespace tenon::annotations;

struct TENON(table) Forward;  // expect-error: [misplaced-annotation] stands on a forward declaration of fixture::Forward // expect-note: write it where the struct is defined
enum class TENON(enum_type) Opaque : int;  // expect-error: [misplaced-annotation] stands on a forward declaration of fixture::Opaque // expect-note: write it where the enum is defined

TENON(column("x")) extern int variable;  // expect-error: [misplaced-annotation] stands on nothing it could describe
TENON(comment("x")) void function();  // expect-error: [misplaced-annotation] stands on nothing it could describe
void with_parameter(TENON(comment("x")) int parameter);  // expect-error: [misplaced-annotation] stands on nothing
using Alias TENON(varchar(5)) = std::string;  // expect-error: [misplaced-annotation] stands outside of a struct
typedef std::string Typedef TENON(varchar(5));  // expect-error: [misplaced-annotation] stands on nothing
namespace TENON(schema("x")) inner {}  // expect-error: [misplaced-annotation] stands on nothing

TENON_TABLE(check("true"));  // expect-error: [misplaced-annotation] TENON_TABLE stands outside of a struct // expect-note: after its members

inline void with_a_body() {
  struct TENON(table) Local {  // expect-error: [misplaced-annotation] stands on nothing
    TENON(primary_key) std::int64_t id;  // expect-error: [misplaced-annotation] stands on nothing
    TENON_TABLE(check("true"));  // expect-error: [misplaced-annotation] stands on nothing
  };
}

template <class Value>
struct Template {
  struct TENON(table) Nested {  // expect-error: [misplaced-annotation] stands on nothing
    TENON(primary_key) std::int64_t id;  // expect-error: [misplaced-annotation] stands on nothing
  };
};

enum class TENON(enum_type) Colour {
  red TENON(comment("x")),  // expect-error: [misplaced-annotation] stands on nothing
  green
};

struct TENON(table, primary_key) Words {  // expect-error: [misplaced-annotation] primary_key cannot stand on a struct // expect-note: primary_key stands on a member or in TENON_TABLE
  std::int64_t id;
};

struct TENON(table) Members {
  TENON(table) std::int64_t id;  // expect-error: [misplaced-annotation] table cannot stand on a member
  TENON(schema("x")) std::int64_t a;  // expect-error: [misplaced-annotation] schema cannot stand on a member
  TENON(enum_type) Colour b;  // expect-error: [misplaced-annotation] enum_type cannot stand on a member
  TENON(foreign_key(columns(&Members::id), references<Members>())) std::int64_t c;  // expect-error: [misplaced-annotation] foreign_key cannot stand on a member
  TENON(name("x")) std::int64_t d;  // expect-error: [misplaced-annotation] name cannot stand on a member
  TENON(label(Colour::red, "x")) std::int64_t e;  // expect-error: [misplaced-annotation] label cannot stand on a member
  TENON(drop_column("x")) std::int64_t f;  // expect-error: [misplaced-annotation] drop_column cannot stand on a member
  TENON(deferrable) std::int64_t g;  // expect-error: [misplaced-annotation] deferrable cannot stand on a member
  TENON(primary_key) static inline std::int64_t counter = 0;  // expect-error: [misplaced-annotation] stands on nothing
  TENON(primary_key) std::int64_t function() const;  // expect-error: [misplaced-annotation] stands on nothing
};

struct TENON(table) Statements {
  std::int64_t id;
  TENON_TABLE(comment("x"));  // expect-error: [misplaced-annotation] comment cannot stand in TENON_TABLE
  TENON_TABLE(references<Statements>());  // expect-error: [misplaced-annotation] references cannot stand in TENON_TABLE
  using Id TENON(varchar(3)) = std::int64_t;  // expect-error: [misplaced-annotation] varchar cannot stand in TENON_TABLE
};

enum class TENON(enum_type, varchar(3)) Sized { a };  // expect-error: [misplaced-annotation] varchar cannot stand on an enum
TENON_ENUM(comment("x"));  // expect-error: [misplaced-annotation] comment cannot stand in TENON_ENUM

}  // namespace fixture
