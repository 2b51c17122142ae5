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

TEST_CASE("any other text stays as it is") {
  for (const char* text : {"ARRAY[('a'::character varying)::text]", "(ARRAY[1, 2])::text[]",
                           "f(ARRAY['a'::text])", "'(ARRAY[''a''::character varying])::text[]'",
                           "\"(ARRAY[\"", "(ARRAY[", "(ARRAY['a'::text", ""}) {
    INFO(text);
    CHECK(readable_text(text) == text);
  }
}

}  // namespace
}  // namespace tenon::catalog
