// Words that say what a column is and what it holds, at odds with each other or with its type.
#pragma once
#include <tenon/annotations.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace fixture {
using namespace tenon::annotations;

enum class TENON(enum_type("text_kind")) TextKind { a, b };

struct TENON(table) Words {
  TENON(primary_key) std::int64_t id;
  TENON(varchar(5)) std::int32_t a;  // expect-error: [type-word] varchar is for std::string, and a is std::int32_t
  TENON(character(5)) std::optional<bool> b;  // expect-error: [type-word] character is for std::string, and b is std::optional<bool>
  TENON(varchar(0)) std::string c;  // expect-error: [type-word] varchar(0) has no such length
  TENON(varchar(10'485'761)) std::string d;  // expect-error: [type-word] varchar(10485761) has no such length // expect-note: 1 to 10485760
  TENON(numeric(5)) std::int32_t e;  // expect-error: [type-word] numeric is for std::string, tenon::decimal, float and double
  TENON(numeric(1001)) decimal f;  // expect-error: [type-word] numeric has no precision 1001
  TENON(numeric(5, 6)) decimal g;  // expect-error: [type-word] numeric has no scale 6
  TENON(collate("\"C\"")) std::int32_t h;  // expect-error: [type-word] a collation is for text
  TENON(varchar(5)) TextKind i;  // expect-error: [type-word] varchar is for std::string, and i is TextKind
  TENON(collate("\"C\"")) TextKind j;  // expect-error: [type-word] a collation is for text
  TENON(collate("\"C\"")) std::vector<TextKind> k;  // expect-error: [type-word] a collation is for text
  TENON(numeric(5), collate("\"C\"")) std::string k2;  // expect-error: [type-word] a collation is for text // expect-note: k2 is numeric(5)
  TENON(varchar(5), character(5)) std::string l;  // expect-error: [type-word] l has more than one type
  TENON(varchar(5), sql_type("citext")) std::string m;  // expect-error: [type-word] m has more than one type
  TENON(default_sql("1"), no_default) std::int32_t n;  // expect-error: [value-words] n has more than one of default_sql
  TENON(identity, default_sql("1")) std::int32_t o;  // expect-error: [value-words] o has more than one of default_sql
  TENON(generated("1"), identity) std::int32_t p;  // expect-error: [value-words] p has more than one of default_sql
  TENON(identity) std::string q;  // expect-error: [identity] q is text, and an identity counts
  TENON(identity) double r;  // expect-error: [identity] r is double precision, and an identity counts
};

}  // namespace fixture
