#include <support/catch.hpp>
#include <tenon/catalog/printed_text.hpp>

namespace tenon::catalog {
namespace {

TEST_CASE("an array that is cast as a whole has its own type written inside") {
  CHECK(readable_text("(ARRAY['a'::character varying, 'b'::character varying])::text[]") ==
        "(ARRAY['a'::character varying, 'b'::character varying]::character varying[])::text[]");
  CHECK(readable_text("x = ANY ((ARRAY['it''s ])'::\"Type\"])::text[])") ==
        "x = ANY ((ARRAY['it''s ])'::\"Type\"]::\"Type\"[])::text[])");
  CHECK(readable_text("(ARRAY[f(a, ARRAY[1])::numeric(3,1)])::text[]") ==
        "(ARRAY[f(a, ARRAY[1])::numeric(3,1)]::numeric(3,1)[])::text[]");
}

TEST_CASE("a list that begins a list is the comparison that it comes of") {
  CHECK(readable_text("(((a >= 1) AND (a <= 5)) AND (b > 0))") ==
        "((a BETWEEN 1 AND 5) AND (b > 0))");
  CHECK(readable_text(
            "CASE WHEN ((((f(a) < ' > ('::text) OR (f(a) > 'b'::text)) OR b) AND c) THEN") ==
        "CASE WHEN (((f(a) NOT BETWEEN ' > ('::text AND 'b'::text) OR b) AND c) THEN");
  CHECK(readable_text("(((a = 1) AND (\"b (\" = (2 + 3))) AND (c > 0))") ==
        "((ROW(a, \"b (\") = ROW(1, (2 + 3))) AND (c > 0))");
  CHECK(readable_text("(((a <> 1) OR (b <> 2)) OR (c > 0))") ==
        "((ROW(a, b) <> ROW(1, 2)) OR (c > 0))");
  CHECK(readable_text("(((a = ANY (ARRAY[1, 2])) OR (a = b)) OR (c > 0))") ==
        "((a IN (1, 2, b)) OR (c > 0))");
  CHECK(readable_text("(((a <> b) AND (a <> c)) AND (c > 0))") ==
        "((a NOT IN (b, c)) AND (c > 0))");
  CHECK(readable_text("((((a >= 1) AND (a <= 5)) AND b) AND c)") ==
        "(((a BETWEEN 1 AND 5) AND b) AND c)");
}

TEST_CASE("any other text stays as it is") {
  for (const char* text :
       {"(((a >= 1) AND (b <= 5)) AND (c > 0))", "((a >= 1) AND (a <= 5) AND (b > 0))",
        "((b > 0) AND ((a >= 1) AND (a <= 5)))", "(((a >= 1) AND (a <= 5)) OR (b > 0))",
        "(((a = 1) OR (b = 2)) OR (c = 3))", "'(((a >= 1) AND (a <= 5)) AND (b > 0))'",
        "(((a >= 1) AND (a <= 5)", "ARRAY[('a'::character varying)::text]", "(ARRAY[1, 2])::text[]",
        "f(ARRAY['a'::text])", "'(ARRAY[''a''::character varying])::text[]'", "\"(ARRAY[\"",
        "(ARRAY[", "(ARRAY['a'::text", ""}) {
    INFO(text);
    CHECK(readable_text(text) == text);
  }
}

}  // namespace
}  // namespace tenon::catalog
