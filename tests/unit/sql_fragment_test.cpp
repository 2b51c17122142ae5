// Which texts are exactly one fragment of SQL.
#include <support/catch.hpp>
#include <tenon/sql/sql_fragment.hpp>

#include <string>
#include <utility>
#include <vector>

namespace tenon::sql {
namespace {

using enum FragmentKind;
using Fragments = std::vector<std::pair<FragmentKind, std::string>>;

std::string found(FragmentKind kind, const std::string& text) {
  const auto problem = fragment_problem(kind, text);
  if (!problem) return "right";
  switch (problem->fault) {
    case FragmentFault::unreadable:
      return problem->reason;
    case FragmentFault::not_alone:
      return "not alone";
    case FragmentFault::comment:
      return "comment";
    case FragmentFault::pseudo_type:
      return "pseudo type";
  }
  return "";
}

void check_all(const Fragments& fragments, const std::string& expected) {
  for (const auto& [kind, text] : fragments) {
    INFO(text);
    CHECK(found(kind, text) == expected);
  }
}

}  // namespace

TEST_CASE("one fragment of its kind is right") {
  check_all({{expression, "a"},
             {expression, "a > 0 AND NOT b"},
             {expression, "(a) + (b)"},
             {expression, "(SELECT max(id) FROM t)"},
             {expression, "CASE WHEN a THEN 1 END"},
             {expression, "E'it\\'s' || $$;--$$ || U&'\\0061'"},
             {expression, "a OPERATOR(pg_catalog.=) b"},
             {expression, "a ? 'b'"},
             {expression, "\n now() \n"},
             {column_default, "now()"},
             {column_default, "(a AND b)"},
             {type, "int"},
             {type, "\"My Schema\".\"My Type\"(3)[]"},
             {type, "interval day to second"},
             {type, "timestamp(3) with time zone"},
             {type, "\"x\".serial"},
             {collation, "\"C\""},
             {collation, "pg_catalog.\"C\""},
             {exclusion_operator, "&&"},
             {exclusion_operator, "OPERATOR(pg_catalog.=)"},
             {exclusion_operator, "pg_catalog.="},
             {operator_class, "text_pattern_ops"},
             {operator_class, "public.gist_trgm_ops(siglen = 32)"},
             {storage_parameter, "fillfactor = 70"},
             {storage_parameter, "buffering = 'auto'"}},
            "right");
}

TEST_CASE("what may stand in the same place but is more or something else is not alone") {
  check_all({{expression, "a THEN 1 WHEN b"},
             {expression, "a THEN 1 ELSE 2 END, CASE WHEN b"},
             {expression, "a THEN 1 END; SELECT CASE WHEN b"},
             {expression, "a THEN 1 END FROM t WHERE CASE WHEN b"},
             {column_default, "1 UNIQUE"},
             {type, "int default 5"},
             {type, "int COLLATE \"C\""},
             {type, "int, d int"},
             {type, "int) INHERITS (u"},
             {type, "int); DROP TABLE u; CREATE TABLE t (c int"},
             {type, "SETOF int"},
             {collation, "\"C\" UNIQUE"},
             {collation, "\"C\", d int"},
             {exclusion_operator, "=, d WITH ="},
             {exclusion_operator, "=) WHERE (true"},
             {operator_class, "int4_ops DESC"},
             {operator_class, "DESC"},
             {operator_class, " "},
             {operator_class, "COLLATE \"C\" int4_ops"},
             {operator_class, "int4_ops, d"},
             {storage_parameter, "a = 1, b = 2"},
             {storage_parameter, "a = 1) WHERE (true"}},
            "not alone");
}

TEST_CASE("a comment is found wherever it stands, and only where it is one") {
  check_all({{expression, "a -- b"},
             {expression, "a /* b */ + c"},
             {type, "int --"},
             {exclusion_operator, "= --"},
             {storage_parameter, "a = 1 /* b */"}},
            "comment");
  check_all({{expression, "'--'"}, {expression, "$$/*$$"}, {expression, "\"--\""}}, "right");
}

TEST_CASE("serial is no type, however it is written") {
  check_all({{type, "serial"},
             {type, "serial2"},
             {type, "serial4"},
             {type, "serial8"},
             {type, "smallserial"},
             {type, "BigSerial"},
             {type, "\"serial\""},
             {type, "serial[]"}},
            "pseudo type");
}

TEST_CASE("the parser says in one line what it cannot read") {
  CHECK(found(expression, "a) + (b") == "syntax error at or near \")\"");
  CHECK(found(expression, "a, b") == "syntax error at or near \",\"");
  CHECK(found(expression, "a; b") == "syntax error at or near \";\"");
  CHECK(found(expression, "SELECT 1") == "syntax error at or near \"SELECT\"");
  CHECK(found(expression, "'a\nb") ==
        "unterminated quoted string at or near \"'a b\" at character 1");
  CHECK(found(column_default, "NOT(a)") == "syntax error at or near \"NOT\"");
  CHECK(found(exclusion_operator, "AND") == "syntax error at or near \"AND\"");
}

TEST_CASE("what ends too early is not told by the words behind it") {
  check_all({{expression, ""},
             {expression, " "},
             {expression, "a >"},
             {expression, "\"größe\" >"},
             {type, ""},
             {collation, "a."},
             {exclusion_operator, ""},
             {storage_parameter, ""}},
            "it ends too early");
}

TEST_CASE("bytes that are no SQL text are refused") {
  CHECK(found(expression, std::string("a\0b", 3)) == "it has a zero byte");
  CHECK(found(expression, "'\xff'") == "it is no UTF-8");
}

}  // namespace tenon::sql
