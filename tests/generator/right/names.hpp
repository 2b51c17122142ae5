// Names that must be quoted, and names that PostgreSQL chooses, cut to 63 bytes.
#pragma once
#include <tenon/annotations.hpp>
#include <cstdint>
#include <optional>
#include <string>

namespace fixture {
using namespace tenon::annotations;

enum class TENON(enum_type("it's a \"type\""), schema("Schéma One")) Odd { a };
TENON_ENUM(label(Odd::a, "it's a \\ \"label\""));

struct TENON(table("order")) Order {
  TENON(primary_key) std::int64_t user;
  std::string select, from, where, table, group, primary;
  TENON(column("Capital")) std::string capital;
  TENON(column("with space")) std::string space;
  TENON(column("with \"quotes\"")) std::string quotes;
  TENON(column("it's")) std::string apostrophe;
  TENON(column("back\\slash")) std::string backslash;
  TENON(column("naïve — ✓")) std::string unicode;
  TENON(column("1st")) std::string digit;
  TENON(column("a$b")) std::string dollar;
  TENON(column("exactly sixty-three bytes are allowed in a name, and this is so")) std::string longest;
  std::string größe;
  std::string HTTPServerID2_;
  std::string __;
};

// PostgreSQL's choice of names, where the parts do not fit, are the same, or end in half a letter.
struct TENON(table("a_table_with_a_name_that_is_as_long_as_it_may_be_in_postgresql_")) Long {
  TENON(primary_key) std::int64_t id;
  TENON(unique, index, check("true"), check("1 = 1")) std::int64_t a_column_with_a_long_name_too;
  TENON(references<Long>()) std::optional<std::int64_t> parent_of_this_row_by_its_number;
  TENON_TABLE(index(&Long::a_column_with_a_long_name_too), index(&Long::id, &Long::a_column_with_a_long_name_too));
};

struct TENON(table("ääääääääääääääääääääääääääääää")) Umlauts {
  TENON(primary_key) std::int64_t öööööööööö;
  TENON(unique) std::string üüüüüüüüüü;
};

// Chosen names evade those that are said, wherever they stand.
struct TENON(table("evading")) Evading {
  TENON(primary_key) std::int64_t id;
  TENON(index) std::int64_t a;
  TENON(index(name("evading_a_idx"))) std::int64_t b;
  TENON(check("a > 0")) std::int64_t c;
  TENON_TABLE(check("evading_c_check", "b > 0"), index(expression("a + 1"), expression("a + 2")));
};

// In another schema than public, PostgreSQL's own names are free.
enum class TENON(enum_type("path"), schema("own")) Path { left, right };
struct TENON(table("pg_class"), schema("own")) OwnClass {
  TENON(primary_key) std::int64_t id;
  Path path = Path::left;
};

}  // namespace fixture
