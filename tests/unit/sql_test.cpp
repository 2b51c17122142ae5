// The statements of changes.
#include <unit/schemas.hpp>

#include <support/catch.hpp>
#include <tenon/model/lookup.hpp>
#include <tenon/sql/render.hpp>

namespace tenon {
namespace {

using test::column;
using test::in_public;

using Lines = std::vector<std::string>;

Lines render(const Change& change) {
  return sql::render(change);
}

}  // namespace

TEST_CASE("a table is created with its keys, then its comments and indexes") {
  Table table{{"auth", "Users"},
              {column("id", "bigint", true), column("order", "text", true)},
              {test::primary_key("users_pkey", {"id"}), test::check("filled", "\"order\" <> ''")},
              {test::index("users_order_idx", {"order"})},
              {},
              "it's people"};
  table.columns[0].identity = Identity::always;
  table.columns[1].collation = "\"C\"";
  table.columns[1].default_value = "'x'";
  CHECK(render(CreateTable{table}) ==
        Lines{"CREATE TABLE auth.\"Users\" (\n"
              "    id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,\n"
              "    \"order\" text COLLATE \"C\" NOT NULL DEFAULT 'x',\n"
              "    CONSTRAINT users_pkey PRIMARY KEY (id),\n"
              "    CONSTRAINT filled CHECK (\"order\" <> '')\n"
              ");",
              "COMMENT ON TABLE auth.\"Users\" IS 'it''s people';",
              "CREATE INDEX users_order_idx ON auth.\"Users\" (\"order\");"});
}

TEST_CASE("a table may have no columns") {
  CHECK(render(CreateTable{{in_public("t"), {}, {}, {}, {}}}) == Lines{"CREATE TABLE t ();"});
}

TEST_CASE("a second key on the same columns has a statement of its own") {
  const Table table{in_public("t"),
                    {column("a", "text", true)},
                    {test::primary_key("t_pkey", {"a"}), test::unique("t_a_key", {"a"})},
                    {},
                    {}};
  CHECK(render(CreateTable{table}) ==
        Lines{"CREATE TABLE t (\n    a text NOT NULL,\n    CONSTRAINT t_pkey PRIMARY KEY (a)\n);",
              "ALTER TABLE t ADD CONSTRAINT t_a_key UNIQUE (a);"});
}

TEST_CASE("a default with words between stands in parentheses") {
  Column added = column("at", "timestamp");
  added.default_value = "now() AT TIME ZONE 'utc'";
  CHECK(render(AddColumn{in_public("t"), added}) ==
        Lines{"ALTER TABLE t ADD COLUMN at timestamp DEFAULT (now() AT TIME ZONE 'utc');"});
  added.default_value = "'two words'";
  CHECK(render(AddColumn{in_public("t"), added}) ==
        Lines{"ALTER TABLE t ADD COLUMN at timestamp DEFAULT 'two words';"});
}

TEST_CASE("every part of a foreign key is said") {
  Constraint constraint = test::foreign_key("f", {"a", "b"}, {"auth", "t"}, {"x", "y"});
  auto& key = std::get<ForeignKey>(constraint.definition);
  key.match_full = true;
  key.on_delete = ReferentialAction::set_null;
  key.on_update = ReferentialAction::cascade;
  constraint.deferrability = Deferrability::initially_deferred;
  CHECK(render(AddConstraint{in_public("u"), constraint}) ==
        Lines{"ALTER TABLE u ADD CONSTRAINT f FOREIGN KEY (a, b) REFERENCES auth.t (x, y) MATCH "
              "FULL ON DELETE SET NULL ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;"});
}

TEST_CASE("every part of an index is said") {
  Index index;
  index.name = "i";
  index.unique = true;
  index.nulls_not_distinct = true;
  index.elements = {{"a", false, "\"C\"", "text_pattern_ops", true, true},
                    {"lower(b)", true, {}, {}, true, false},
                    {"c", false, {}, {}, false, true}};
  index.include = {"d"};
  index.predicate = "a <> ''";
  index.storage_parameters = {{"fillfactor", "70"}, {"note", "two words"}};
  CHECK(render(CreateIndex{in_public("t"), index}) ==
        Lines{"CREATE UNIQUE INDEX i ON t (a COLLATE \"C\" text_pattern_ops DESC, (lower(b)) DESC "
              "NULLS LAST, c NULLS FIRST) INCLUDE (d) NULLS NOT DISTINCT WITH (fillfactor = 70, "
              "note = 'two words') WHERE a <> '';"});
  index = test::index("i", {"a"});
  index.method = "gin";
  CHECK(render(CreateIndex{{"auth", "t"}, index}) ==
        Lines{"CREATE INDEX i ON auth.t USING gin (a);"});
  CHECK(render(DropIndex{{"auth", "t"}, index}) == Lines{"DROP INDEX auth.i;"});
}

TEST_CASE("a type is changed with a cast that cannot cut values without a word") {
  const auto using_of = [](const std::string& from, const std::string& to) {
    return render(AlterColumnType{in_public("t"), "c", from, to, {}, {}, {}}).front();
  };
  CHECK(using_of("text", "integer") ==
        "ALTER TABLE t ALTER COLUMN c TYPE integer USING c::integer;");
  CHECK(using_of("text", "varchar(20)") ==
        "ALTER TABLE t ALTER COLUMN c TYPE varchar(20) USING c::varchar;");
  CHECK(using_of("varchar(120)", "varchar(20)") ==
        "ALTER TABLE t ALTER COLUMN c TYPE varchar(20);");
  CHECK(using_of("text", "char(3)") == "ALTER TABLE t ALTER COLUMN c TYPE char(3);");
  CHECK(render(AlterColumnType{in_public("t"), "c", "text", "integer", {}, {}, "length(c)"}) ==
        Lines{"ALTER TABLE t ALTER COLUMN c TYPE integer USING length(c);"});
}

TEST_CASE("a new identity goes on after the values that are there") {
  CHECK(render(AlterColumnIdentity{{"auth", "T"}, "Id", {}, Identity::by_default}) ==
        Lines{"ALTER TABLE auth.\"T\" ALTER COLUMN \"Id\" ADD GENERATED BY DEFAULT AS IDENTITY;",
              "SELECT setval(pg_get_serial_sequence('auth.\"T\"', 'Id'), "
              "greatest(coalesce(max(\"Id\"), 0), 0) + 1, false) FROM auth.\"T\";"});
  const Lines from_ten =
      render(AlterColumnIdentity{in_public("t"), "id", {}, Identity::always, {}, "START WITH 10"});
  CHECK(from_ten.back() ==
        "SELECT setval(pg_get_serial_sequence('t', 'id'), greatest(coalesce(max(id) + 1, 10), 10), "
        "false) FROM t;");
  CHECK(render(AlterColumnIdentity{in_public("t"), "id", Identity::always, {}}) ==
        Lines{"ALTER TABLE t ALTER COLUMN id DROP IDENTITY;"});
}

TEST_CASE("a sequence is moved only when its bounds become tighter") {
  const auto statements_of = [](const std::string& from, const std::string& to) {
    const auto options = [](const std::string& bounds) {
      return "INCREMENT BY 1 " + bounds + " CACHE 1 NO CYCLE";
    };
    return render(AlterColumnIdentity{in_public("t"), "id", Identity::always, Identity::always,
                                      options(from), options(to)});
  };
  CHECK(statements_of("MINVALUE 2 MAXVALUE 9 START WITH 2", "MINVALUE -5 NO MAXVALUE START WITH 2")
            .size() == 1);
  const Lines tighter =
      statements_of("NO MINVALUE NO MAXVALUE START WITH 40", "NO MINVALUE MAXVALUE 9 START WITH 1");
  REQUIRE(tighter.size() == 2);
  // What was never used stands at its start.
  CHECK(tighter.front() ==
        "SELECT setval(s, 9, false) FROM (SELECT pg_get_serial_sequence('t', 'id')::regclass AS s) "
        "q WHERE coalesce(pg_sequence_last_value(s), 40) > 9;");
}

TEST_CASE("a column that is computed no longer keeps its values") {
  Column computed = column("size", "bigint");
  computed.generated = "length(name)";
  const Column plain = column("size", "bigint", true);
  CHECK(render(AlterColumnGenerated{in_public("t"), computed, plain}) ==
        Lines{"ALTER TABLE t ALTER COLUMN size DROP EXPRESSION;",
              "ALTER TABLE t ALTER COLUMN size SET NOT NULL;"});
}

TEST_CASE("an enum type's labels are literals") {
  CHECK(
      render(CreateEnum{{in_public("role"), {"it's", "a\\b"}, "kinds"}}) ==
      Lines{"CREATE TYPE role AS ENUM ('it''s', E'a\\\\b');", "COMMENT ON TYPE role IS 'kinds';"});
  CHECK(render(AddEnumLabel{in_public("role"), "x", "y"}) ==
        Lines{"ALTER TYPE role ADD VALUE 'x' BEFORE 'y';"});
}

TEST_CASE("a name and a schema change in two statements") {
  CHECK(render(RenameTable{in_public("a"), {"s", "b"}}) ==
        Lines{"ALTER TABLE a SET SCHEMA s;", "ALTER TABLE s.a RENAME TO b;"});
}

TEST_CASE("labels in use are asked for before they go, whatever they contain") {
  const Lines lines = sql::render(Action{RequireLabelsUnused{
      in_public("users"), "role", false, in_public("role"), {"$tenon$", "it's"}}});
  REQUIRE(lines.size() == 1);
  CHECK(lines[0].starts_with("DO $tenon_$\n"));
  CHECK(lines[0].ends_with("\n$tenon_$;"));
  CHECK(lines[0].find("role::text IN ('$tenon$', 'it''s')") != std::string::npos);
}

TEST_CASE("a whole schema is created with its foreign keys in place") {
  const Lines lines = sql::create_all(test::household());
  REQUIRE(lines.size() == 4);
  CHECK(lines[0] == "CREATE TYPE role AS ENUM ('member', 'admin');");
  CHECK(lines[1].starts_with("CREATE TABLE households ("));
  CHECK(lines[2].find("FOREIGN KEY (household_id) REFERENCES households (id)") !=
        std::string::npos);
  CHECK(lines[3] == "CREATE INDEX users_household_id_idx ON users (household_id);");
}

}  // namespace tenon
