// SQL text after a rename.
#include <support/catch.hpp>
#include <tenon/diff/renamed_text.hpp>

namespace {

using namespace tenon;

TEST_CASE("a renamed column is another word in an expression, and nothing else is") {
  CHECK(with_column_renamed("x > 0 AND X < 9", "x", "y") == "y > 0 AND y < 9");
  CHECK(with_column_renamed("\"X y\" > 0", "X y", "plain") == "plain > 0");
  CHECK(with_column_renamed("x > 0", "x", "Order") == "\"Order\" > 0");
  CHECK(with_column_renamed("t.x > 0", "x", "y") == "t.y > 0");
  CHECK(with_column_renamed("xx > x1", "x", "y") == "xx > x1");
  CHECK(with_column_renamed("\"X\" > 0", "x", "y") == "\"X\" > 0");
  CHECK(with_column_renamed("x(1) > 'x' || $$x$$", "x", "y") == "x(1) > 'x' || $$x$$");
  CHECK(with_column_renamed("x::x = CAST(a AS x)", "x", "y") == "y::x = CAST(a AS x)");
  CHECK(with_column_renamed("value > 0", "value", "amount") == "amount > 0");
  CHECK(with_column_renamed("x > 'open", "x", "y") == "x > 'open");
}

TEST_CASE("a renamed table is another word in front of a point") {
  CHECK(with_table_renamed("notes.notes > 0", "notes", "entries") == "entries.notes > 0");
}

TEST_CASE("a renamed type is another word where types stand") {
  CHECK(with_type_renamed("mood <> 'sad'::mood AND mood = mood 'ok'", "mood", "Mood") ==
        "mood <> 'sad'::\"Mood\" AND mood = \"Mood\" 'ok'");
  CHECK(with_type_renamed("CAST(a AS mood) = ANY (b::auth.mood[])", "mood", "humour") ==
        "CAST(a AS humour) = ANY (b::auth.humour[])");
}

TEST_CASE("a renamed table is another word in a statement, and aliases are none") {
  const QualifiedName orders{"public", "orders"};
  CHECK(with_object_renamed("SELECT orders.id, count(*) AS orders FROM public.orders, s.orders",
                            orders, {"public", "Buys"}) ==
        "SELECT \"Buys\".id, count(*) AS orders FROM public.\"Buys\", s.orders");
  CHECK(with_object_renamed("INSERT INTO s.orders SELECT orders.id FROM public.orders",
                            {"s", "orders"}, {"t", "buys"}) ==
        "INSERT INTO t.buys SELECT buys.id FROM public.orders");
  CHECK(with_object_renamed("DELETE FROM orders", orders, {"s", "orders"}) ==
        "DELETE FROM s.orders");
}

TEST_CASE("a renamed type is another word among arguments, and their names stay") {
  const QualifiedName state{"public", "state"};
  const QualifiedName phase{"public", "phase"};
  CHECK(with_argument_type_renamed("state, integer", state, phase) == "phase, integer");
  CHECK(with_argument_type_renamed("f(state state, INOUT state s.state, state[])", state, phase) ==
        "f(state phase, INOUT state s.state, phase[])");
  CHECK(with_argument_type_renamed("f(state DEFAULT 'open'::state)", state, phase) ==
        "f(phase DEFAULT 'open'::phase)");
}

TEST_CASE("a renamed label is another literal") {
  CHECK(with_label_renamed("mood = 'it''s' OR mood = 'it'", "it's", "was") ==
        "mood = 'was' OR mood = 'it'");
}

}  // namespace
