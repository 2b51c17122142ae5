// The order and the form of a plan's steps.
#include <unit/schemas.hpp>

#include <support/catch.hpp>
#include <support/statements.hpp>
#include <tenon/diff/apply.hpp>
#include <tenon/diff/diff.hpp>
#include <tenon/model/lookup.hpp>

#include <algorithm>

namespace tenon {
namespace {

using test::column;
using test::household;
using test::in_public;
using test::statements_of;

using Lines = std::vector<std::string>;

Table& table(Model& model, const std::string& name) {
  return *find(model.tables, in_public(name));
}

Plan plan(const Model& from, const Model& to, const Intents& intents = {}) {
  return make_plan(from, to, diff(from, to, intents));
}

Lines sql_of(const Model& from, const Model& to, const Intents& intents = {}) {
  return statements_of(plan(from, to, intents));
}

const Step& step_with(const Plan& plan, const std::string& statement) {
  for (const Step& step : plan.steps) {
    const Lines lines = sql::render(step.action);
    if (std::ranges::find(lines, statement) != lines.end()) return step;
  }
  FAIL("no step has " << statement);
  return plan.steps.front();
}

}  // namespace

TEST_CASE("nothing to do is an empty plan") {
  CHECK(plan(household(), household()).steps.empty());
}

TEST_CASE("a NOT NULL column without a default comes in three steps") {
  Model to = household();
  table(to, "users").columns.push_back(column("locale", "text", true));
  const Plan made = plan(household(), to);
  REQUIRE(made.steps.size() == 3);
  CHECK(std::get<Backfill>(made.steps[1].action).column == "locale");
  CHECK(statements_of(made, {{"users.locale", "UPDATE users SET locale = 'en'"}}) ==
        Lines{"ALTER TABLE users ADD COLUMN locale text;", "UPDATE users SET locale = 'en'",
              "ALTER TABLE users ALTER COLUMN locale SET NOT NULL;"});
}

TEST_CASE("a NOT NULL column with a default, an identity or an expression comes in one") {
  Model to = household();
  auto& columns = table(to, "users").columns;
  columns.push_back(column("a", "bigint", true));
  columns.back().default_value = "0";
  columns.push_back(column("b", "bigint", true));
  columns.back().identity = Identity::always;
  columns.push_back(column("c", "bigint", true));
  columns.back().generated = "length(email)";
  CHECK(sql_of(household(), to) ==
        Lines{"ALTER TABLE users ADD COLUMN a bigint NOT NULL DEFAULT 0;",
              "ALTER TABLE users ADD COLUMN b bigint NOT NULL GENERATED ALWAYS AS IDENTITY;",
              "ALTER TABLE users ADD COLUMN c bigint NOT NULL GENERATED ALWAYS AS (length(email)) "
              "STORED;"});
}

TEST_CASE("a foreign key on a key that changes makes way and comes back") {
  Model from = household();
  table(from, "households").constraints.push_back(test::unique("households_id_key", {"id"}));
  Model to = from;
  std::get<PrimaryKey>(table(to, "households").constraints[0].definition).columns = {"id", "name"};
  CHECK(sql_of(from, to) ==
        Lines{"ALTER TABLE users DROP CONSTRAINT users_household_id_fkey;",
              "ALTER TABLE households DROP CONSTRAINT households_pkey;",
              "ALTER TABLE households ADD CONSTRAINT households_pkey PRIMARY KEY (id, name);",
              "ALTER TABLE users ADD CONSTRAINT users_household_id_fkey FOREIGN KEY (household_id) "
              "REFERENCES households (id);"});
}

TEST_CASE("a foreign key makes way for a key that PostgreSQL makes anew by itself") {
  Model from = household();
  auto& households = table(from, "households");
  std::get<PrimaryKey>(households.constraints[0].definition).include = {"name"};
  Model to = from;
  table(to, "households").columns[1].type = "varchar(200)";
  CHECK(sql_of(from, to) ==
        Lines{"ALTER TABLE users DROP CONSTRAINT users_household_id_fkey;",
              "ALTER TABLE households ALTER COLUMN name TYPE varchar(200);",
              "ALTER TABLE users ADD CONSTRAINT users_household_id_fkey FOREIGN KEY (household_id) "
              "REFERENCES households (id);"});
}

TEST_CASE("tables whose foreign keys go round in a circle are created one after the other") {
  Model to;
  Table a{in_public("a"),
          {column("id", "bigint", true), column("b", "bigint")},
          {test::primary_key("a_pkey", {"id"}),
           test::foreign_key("a_b_fkey", {"b"}, in_public("b"), {"id"})},
          {},
          {}};
  Table b{in_public("b"),
          {column("id", "bigint", true), column("a", "bigint")},
          {test::primary_key("b_pkey", {"id"}),
           test::foreign_key("b_a_fkey", {"a"}, in_public("a"), {"id"})},
          {},
          {}};
  to.tables = {a, b};
  const Lines created = sql_of({}, to);
  REQUIRE(created.size() == 3);
  CHECK(created[0].starts_with("CREATE TABLE b ("));
  CHECK(created[1].find("CONSTRAINT a_b_fkey") != std::string::npos);
  CHECK(created[2].starts_with("ALTER TABLE b ADD CONSTRAINT b_a_fkey"));
  CHECK(sql_of(to, {}) ==
        Lines{"ALTER TABLE b DROP CONSTRAINT b_a_fkey;", "DROP TABLE a;", "DROP TABLE b;"});
}

TEST_CASE("a type changes around its default, and what is computed from it is made anew") {
  Model from = household();
  auto& users = table(from, "users");
  users.columns.push_back(column("age", "text"));
  users.columns.back().default_value = "'18'";
  users.columns.push_back(column("next_age", "text"));
  users.columns.back().generated = "age || '+'";
  users.constraints.push_back(test::check("users_age_check", "age <> ''"));
  Model to = from;
  find(table(to, "users").columns, "age")->type = "integer";
  find(table(to, "users").columns, "age")->default_value = "18";
  CHECK(sql_of(from, to) ==
        Lines{"ALTER TABLE users DROP CONSTRAINT users_age_check;",
              "ALTER TABLE users DROP COLUMN next_age;",
              "ALTER TABLE users ALTER COLUMN age DROP DEFAULT;",
              "ALTER TABLE users ALTER COLUMN age TYPE integer USING age::integer;",
              "ALTER TABLE users ALTER COLUMN age SET DEFAULT 18;",
              "ALTER TABLE users ADD COLUMN next_age text GENERATED ALWAYS AS (age || '+') STORED;",
              "ALTER TABLE users ADD CONSTRAINT users_age_check CHECK (age <> '');"});
}

TEST_CASE("an enum becomes another type by way of text, which it can be cast to") {
  Model from = household();
  from.enums.push_back({in_public("mood"), {"sad", "happy"}, std::nullopt});
  table(from, "users").columns.push_back(column("mood", "mood"));
  Model to = from;
  find(table(to, "users").columns, "mood")->type = "bigint";
  CHECK(sql_of(from, to) ==
        Lines{"ALTER TABLE users ALTER COLUMN mood TYPE bigint USING mood::text::bigint;"});
  CHECK(sql_of(to, from) ==
        Lines{"ALTER TABLE users ALTER COLUMN mood TYPE mood USING mood::text::mood;"});
}

TEST_CASE("what is computed from a renamed column is known by the old name") {
  Model from = household();
  auto& users = table(from, "users");
  users.columns.push_back(column("age", "text"));
  users.columns.push_back(column("next_age", "text"));
  users.columns.back().generated = "age || '+'";
  Model to = from;
  table(to, "users").columns.pop_back();
  table(to, "users").columns.back() = column("years", "integer");
  const Rename rename{{ObjectKind::column, in_public("users"), "years"}, "", in_public("age")};
  CHECK(sql_of(from, to, {{rename}, {}, {}}) ==
        Lines{"ALTER TABLE users RENAME COLUMN age TO years;",
              "ALTER TABLE users DROP COLUMN next_age;",
              "ALTER TABLE users ALTER COLUMN years TYPE integer USING years::integer;"});
}

TEST_CASE("a label that goes is looked for in every column of the type, then the type is rebuilt") {
  Model to = household();
  to.enums[0].labels = {"member"};
  const Plan made = plan(household(), to);
  CHECK(std::ranges::any_of(made.steps, [](const Step& step) {
    const auto* check = std::get_if<RequireLabelsUnused>(&step.action);
    return check && check->column == "role" && check->labels == Lines{"admin"};
  }));
  Lines lines = statements_of(made);
  lines.erase(lines.begin());
  CHECK(lines == Lines{"ALTER TABLE users ALTER COLUMN role DROP DEFAULT;",
                       "ALTER TYPE role RENAME TO role_aside;",
                       "CREATE TYPE role AS ENUM ('member');",
                       "ALTER TABLE users ALTER COLUMN role TYPE role USING role::text::role;",
                       "ALTER TABLE users ALTER COLUMN role SET DEFAULT 'member';",
                       "DROP TYPE role_aside;"});
}

TEST_CASE("two types with long names are rebuilt aside of each other") {
  Model from;
  from.enums = {{in_public(std::string(62, 'x') + "1"), {"a", "b"}, {}},
                {in_public(std::string(62, 'x') + "2"), {"a", "b"}, {}}};
  Model to = from;
  to.enums[0].labels = {"a"};
  to.enums[1].labels = {"b"};
  const Lines lines = sql_of(from, to);
  REQUIRE(lines.size() == 6);
  CHECK(lines[4] == "DROP TYPE " + std::string(57, 'x') + "_aside;");
  CHECK(lines[5] == "DROP TYPE " + std::string(56, 'x') + "_aside1;");
}

TEST_CASE("a label is added as it is, unless the same plan uses it") {
  Model to = household();
  to.enums[0].labels.push_back("root");
  CHECK(sql_of(household(), to) == Lines{"ALTER TYPE role ADD VALUE 'root';"});
  find(table(to, "users").columns, "role")->default_value = "'root'";
  const Lines lines = sql_of(household(), to);
  CHECK(std::ranges::find(lines, "CREATE TYPE role AS ENUM ('member', 'admin', 'root');") !=
        lines.end());
}

TEST_CASE("two keys that exchange their names do so through a third") {
  Model to = household();
  apply(to, RenameTable{in_public("users"), in_public("aside")});
  apply(to, RenameTable{in_public("households"), in_public("users")});
  apply(to, RenameTable{in_public("aside"), in_public("households")});
  apply(to, RenameConstraint{in_public("users"), "households_pkey", "users_pkey"});
  apply(to, RenameConstraint{in_public("households"), "users_pkey", "households_pkey"});
  const auto rename = [](const std::string& from, const std::string& now) {
    return Rename{{ObjectKind::table, in_public(now), ""}, "", in_public(from)};
  };
  const Intents intents{{rename("users", "households"), rename("households", "users")}, {}, {}};
  CHECK(sql_of(household(), to, intents) ==
        Lines{"ALTER TABLE users RENAME TO users_aside;", "ALTER TABLE households RENAME TO users;",
              "ALTER TABLE users_aside RENAME TO households;",
              "ALTER TABLE households RENAME CONSTRAINT users_pkey TO users_pkey_aside;",
              "ALTER TABLE users RENAME CONSTRAINT households_pkey TO users_pkey;",
              "ALTER TABLE households RENAME CONSTRAINT users_pkey_aside TO households_pkey;"});
}

TEST_CASE("a new table may take the index names of one that goes") {
  Model from;
  from.tables = {{in_public("old"),
                  {column("id", "bigint", true)},
                  {test::primary_key("the_pkey", {"id"})},
                  {test::index("the_idx", {"id"})},
                  {}}};
  Model to = from;
  to.tables[0].name.name = "new";
  const Lines lines = sql_of(from, to);
  REQUIRE(lines.size() == 5);
  CHECK(lines[0] == "ALTER TABLE old RENAME CONSTRAINT the_pkey TO the_pkey_aside;");
  CHECK(lines[1] == "ALTER INDEX the_idx RENAME TO the_idx_aside;");
  CHECK(lines[4] == "DROP TABLE old;");
}

TEST_CASE("each step says what it costs") {
  Model from = household();
  table(from, "users").columns.push_back(column("age", "integer"));
  table(from, "users").columns.push_back(column("gone", "text"));
  Model to = from;
  auto& columns = table(to, "users").columns;
  columns.pop_back();
  columns.back().type = "bigint";
  find(columns, "email")->type = "varchar(20)";
  find(table(to, "households").columns, "name")->type = "varchar(200)";
  table(to, "users").indexes.push_back(test::index("users_role_idx", {"role"}));
  const Plan made = plan(from, to);
  const Step index = step_with(made, "CREATE INDEX users_role_idx ON users (role);");
  CHECK(index.lock == Lock::share);
  CHECK(index.scans_table);
  const Step drop = step_with(made, "ALTER TABLE users DROP COLUMN gone;");
  CHECK(drop.loses_data);
  CHECK(drop.lock == Lock::access_exclusive);
  const Step bigint =
      step_with(made, "ALTER TABLE users ALTER COLUMN age TYPE bigint USING age::bigint;");
  CHECK(bigint.rewrites_table);
  CHECK_FALSE(bigint.loses_data);
  const Step wider = step_with(made, "ALTER TABLE households ALTER COLUMN name TYPE varchar(200);");
  CHECK_FALSE(wider.rewrites_table);
  CHECK(name_of(wider.lock) == "ACCESS EXCLUSIVE");
}

TEST_CASE("what a child has of its parent's check is merged with its own, and stays") {
  const auto check = [](bool is_inherited) {
    Constraint constraint{"few", CheckConstraint{"a < 9"}};
    constraint.is_inherited = is_inherited;
    return constraint;
  };
  const auto boxes = [&](bool is_inherited) {
    Table parent{in_public("boxes")};
    parent.columns = {column("a", "integer")};
    parent.constraints = {check(false)};
    Table child = parent;
    child.name = in_public("crates");
    child.columns.front().is_inherited = true;
    child.constraints = {check(is_inherited)};
    child.properties = {{PropertyKind::inherits, "boxes", "1"}};
    Model model;
    model.tables = {parent, child};
    return model;
  };
  CHECK(sql_of(boxes(true), boxes(false)) ==
        Lines{"ALTER TABLE crates ADD CONSTRAINT few CHECK (a < 9);"});
  CHECK(sql_of(boxes(false), boxes(true)).empty());
}

TEST_CASE("a table that is partitioned has no rows to lose") {
  Table table;
  table.name = in_public("t");
  CHECK(loses_data(DropTable{table}));
  table.properties = {{PropertyKind::partition_key, "", "RANGE (id)"}};
  CHECK_FALSE(loses_data(DropTable{table}));
}

TEST_CASE("a type that rounds or cuts values loses data, and no other does") {
  const auto loses = [](const std::string& from, const std::string& to) {
    return loses_data(AlterColumnType{in_public("t"), "c", from, to, {}, {}, {}});
  };
  CHECK(loses("double precision", "integer"));
  CHECK(loses("double precision", "real"));
  CHECK(loses("numeric", "double precision"));
  CHECK(loses("numeric(10,4)", "numeric(10,2)"));
  CHECK(loses("numeric", "numeric(10,2)"));
  CHECK(loses("timestamptz", "date"));
  CHECK(loses("timestamptz(6)", "timestamptz(3)"));
  CHECK_FALSE(loses("real", "double precision"));
  CHECK_FALSE(loses("numeric(10,2)", "numeric(12,4)"));
  CHECK_FALSE(loses("numeric(10,2)", "numeric"));
  CHECK_FALSE(loses("timestamptz(3)", "timestamptz"));
  CHECK_FALSE(loses("timestamptz(3)", "timestamptz(6)"));
  CHECK_FALSE(loses("integer", "bigint"));
  CHECK_FALSE(loses("varchar(80)", "varchar(40)"));
  CHECK_FALSE(loses_data(
      AlterColumnType{in_public("t"), "c", "double precision", "integer", {}, {}, "round(c)"}));
}

TEST_CASE("a new table costs nobody anything, but for the tables that it refers to") {
  Model from = household();
  Model to = from;
  from.tables.pop_back();
  const Plan made = plan(from, to);
  REQUIRE(made.steps.size() == 1);
  CHECK(made.steps[0].lock == Lock::share_row_exclusive);
  CHECK_FALSE(made.steps[0].scans_table);
}

}  // namespace tenon
