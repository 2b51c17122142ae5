// Indexes that are made concurrently: where they can be, when, and under which names.
#include <unit/schemas.hpp>

#include <support/catch.hpp>
#include <support/statements.hpp>
#include <tenon/diff/describe.hpp>
#include <tenon/diff/diff.hpp>
#include <tenon/model/lookup.hpp>
#include <tenon/plan/concurrently.hpp>

#include <algorithm>

namespace tenon {
namespace {

using test::column;
using test::household;
using test::in_public;
using test::index;

using Lines = std::vector<std::string>;

Table& table(Model& model, const std::string& name) {
  return *find(model.tables, in_public(name));
}

Plan plan(const Model& from, const Model& to) {
  return make_plan(from, to, with_concurrent_builds(from, to, diff(from, to)));
}

Lines sql_of(const Model& from, const Model& to) {
  return test::statements_of(plan(from, to));
}

bool has_concurrent_steps(const Model& from, const Model& to) {
  return std::ranges::any_of(plan(from, to).steps, &Step::outside_transaction);
}

Property said(PropertyKind kind, std::string value, std::string key = "") {
  return {kind, std::move(key), std::move(value)};
}

}  // namespace

TEST_CASE("an index is made and dropped concurrently when the change says so") {
  Index lower = index("i", {"a"});
  lower.unique = true;
  const Change creation = CreateIndex{{"auth", "t"}, lower, true};
  const Change drop = DropIndex{{"auth", "t"}, lower, true};
  CHECK(sql::render(creation) == Lines{"CREATE UNIQUE INDEX CONCURRENTLY i ON auth.t (a);"});
  CHECK(sql::render(drop) == Lines{"DROP INDEX CONCURRENTLY auth.i;"});
  CHECK(describe(creation) == "(unique (a)) is new, built concurrently");
  CHECK(describe(drop) == "(unique (a)) is gone, dropped concurrently");
}

TEST_CASE("concurrent creations and drops come after all that is in the transaction") {
  Model from = household();
  table(from, "households").indexes.push_back(index("households_name_idx", {"name"}));
  Model to = household();
  table(to, "users").columns.push_back(column("age", "integer"));
  table(to, "users").indexes.push_back(index("users_age_idx", {"age"}));
  table(to, "users").comment = "who lives there";
  CHECK(sql_of(from, to) == Lines{"ALTER TABLE users ADD COLUMN age integer;",
                                  "COMMENT ON TABLE users IS 'who lives there';",
                                  "CREATE INDEX CONCURRENTLY users_age_idx ON users (age);",
                                  "DROP INDEX CONCURRENTLY households_name_idx;"});
}

TEST_CASE("they come last even where others wait for each other in a circle") {
  const ObjectName one{ObjectKind::function, in_public("one"), ""};
  const ObjectName two{ObjectKind::function, in_public("two"), ""};
  Model to = household();
  to.definitions = {{.name = one, .statement = "CREATE FUNCTION one() …;", .uses = {{two}}},
                    {.name = two, .statement = "CREATE FUNCTION two() …;", .uses = {{one}}}};
  table(to, "users").indexes.push_back(index("users_email_idx", {"email"}));
  const Lines lines = sql_of(household(), to);
  REQUIRE(lines.size() == 3);
  CHECK(lines[2] == "CREATE INDEX CONCURRENTLY users_email_idx ON users (email);");
}

TEST_CASE("a comment on a new index is said in a transaction after all concurrent creations") {
  Model to = household();
  for (const char* name : {"a_idx", "b_idx"}) {
    table(to, "users").indexes.push_back(index(name, {"email"}));
    table(to, "users").indexes.back().comment = "why";
  }
  CHECK(sql_of(household(), to) == Lines{"CREATE INDEX CONCURRENTLY a_idx ON users (email);",
                                         "CREATE INDEX CONCURRENTLY b_idx ON users (email);",
                                         "COMMENT ON INDEX a_idx IS 'why';",
                                         "COMMENT ON INDEX b_idx IS 'why';"});
}

TEST_CASE("a changed index takes the place of the old one, which is dropped afterwards") {
  Model from = household();
  auto& users = table(from, "users");
  users.indexes[0].comment = "old";
  users.properties = {said(PropertyKind::clustered_on, "users_household_id_idx")};
  Model to = from;
  table(to, "users").indexes[0].elements[0].descending = true;
  table(to, "users").indexes[0].comment = "new";
  CHECK(sql_of(from, to) ==
        Lines{"CREATE INDEX CONCURRENTLY users_household_id_idx_new ON users (household_id DESC "
              "NULLS LAST);",
              "ALTER INDEX users_household_id_idx RENAME TO users_household_id_idx_aside;",
              "ALTER INDEX users_household_id_idx_new RENAME TO users_household_id_idx;",
              "ALTER TABLE users CLUSTER ON users_household_id_idx;",
              "COMMENT ON INDEX users_household_id_idx IS 'new';",
              "DROP INDEX CONCURRENTLY users_household_id_idx_aside;"});
}

TEST_CASE("a replica identity goes over to a new index before the old one is dropped") {
  Model from = household();
  auto& users = table(from, "users");
  users.indexes.push_back(index("old_key", {"email"}));
  users.indexes.back().unique = true;
  users.properties = {said(PropertyKind::replica_identity, "USING INDEX old_key")};
  Model to = from;
  auto& now = table(to, "users");
  now.indexes.back() = index("new_key", {"email", "id"});
  now.indexes.back().unique = true;
  now.properties = {said(PropertyKind::replica_identity, "USING INDEX new_key")};
  CHECK(sql_of(from, to) == Lines{"CREATE UNIQUE INDEX CONCURRENTLY new_key ON users (email, id);",
                                  "ALTER TABLE users REPLICA IDENTITY USING INDEX new_key;",
                                  "DROP INDEX CONCURRENTLY old_key;"});
}

TEST_CASE("the part of a partitioned index is built concurrently, the whole is not") {
  Model from;
  Table events{in_public("events"), {column("at", "date")}, {}, {}, {}};
  events.properties = {said(PropertyKind::partition_key, "RANGE (at)")};
  Table part{in_public("events_1"), {column("at", "date")}, {}, {}, {}};
  part.properties = {said(PropertyKind::partition_of, "DEFAULT", "events")};
  from.tables = {events, part};
  Model to = from;
  to.tables[0].indexes = {index("events_at", {"at"})};
  to.tables[0].indexes[0].is_partitioned = true;
  to.tables[1].indexes = {index("events_1_at", {"at"})};
  to.tables[1].properties.insert(to.tables[1].properties.begin(),
                                 said(PropertyKind::index_partition, "events_at", "events_1_at"));
  CHECK(sql_of(from, to) == Lines{"CREATE INDEX events_at ON ONLY events (at);",
                                  "CREATE INDEX CONCURRENTLY events_1_at ON events_1 (at);",
                                  "ALTER INDEX events_at ATTACH PARTITION events_1_at;"});
  CHECK_FALSE(has_concurrent_steps(to, from));

  SECTION("not even the part when it is made anew with the whole") {
    from = to;
    to.tables[0].indexes[0].elements[0].descending = true;
    to.tables[1].indexes[0].elements[0].descending = true;
    CHECK_FALSE(has_concurrent_steps(from, to));
  }
  SECTION("not even the part when a foreign key needs the whole") {
    to.tables[0].indexes[0].unique = true;
    to.tables[1].indexes[0].unique = true;
    to.tables.push_back({in_public("notes"),
                         {column("event", "date")},
                         {test::foreign_key("notes_event", {"event"}, in_public("events"), {"at"})},
                         {},
                         {}});
    CHECK_FALSE(has_concurrent_steps(from, to));
  }
  SECTION("not even the part of a table that becomes a partition") {
    from.tables[1].properties.clear();
    CHECK_FALSE(has_concurrent_steps(from, to));
  }
}

TEST_CASE("an index that something else of the migration holds up stays in the transaction") {
  Model from = household();
  auto& users = table(from, "users");
  users.columns.push_back(column("age", "integer"));
  users.columns.push_back(column("town", "text"));
  users.indexes.push_back(index("users_age_idx", {"age"}));
  Model to = from;
  auto& now = table(to, "users");
  REQUIRE_FALSE(has_concurrent_steps(from, to));

  SECTION("its column is dropped") {
    std::erase_if(now.columns, [](const Column& one) { return one.name == "age"; });
    now.indexes.pop_back();
  }
  SECTION("its column gets another type") {
    find(now.columns, "age")->type = "bigint";
    now.indexes.pop_back();
  }
  SECTION("it is made anew on a column that gets another type") {
    find(now.columns, "age")->type = "bigint";
    now.indexes.back().predicate = "age > 0";
  }
  SECTION("a type in its predicate is made anew") {
    table(from, "users").indexes.back().predicate = "role <> 'admin'";
    to.enums[0].labels = {"admin", "member"};
    now.indexes.pop_back();
  }
  SECTION("a table takes its name") {
    now.indexes.pop_back();
    to.tables.push_back({in_public("users_age_idx"), {column("id", "bigint")}, {}, {}, {}});
  }
  SECTION("a function that it uses is dropped") {
    const ObjectName function{ObjectKind::function, in_public("half"), "integer"};
    from.definitions.push_back({.name = function, .statement = "CREATE FUNCTION half(integer) …;"});
    auto& old = table(from, "users").indexes.back();
    old.elements = {{.target = "half(age)", .is_expression = true}};
    old.uses = {{function}};
    now.indexes.pop_back();
  }
  SECTION("a foreign key refers to it") {
    auto& old = table(from, "users").indexes.back();
    old.unique = true;
    now.indexes.back() = old;
    now.indexes.back().include = {"town"};
    for (Model* model : {&from, &to})
      table(*model, "households")
          .constraints.push_back(
              test::foreign_key("households_age_fkey", {"id"}, in_public("users"), {"age"}));
  }
  CHECK_FALSE(diff(from, to).empty());
  CHECK_FALSE(has_concurrent_steps(from, to));
}

TEST_CASE("what the plan itself drops and makes again stays in the transaction") {
  Model from = household();
  auto& users = table(from, "users");
  users.columns.push_back(column("age", "integer"));
  users.indexes.push_back(index("users_age_idx", {"email"}));
  users.indexes.back().predicate = "age > 0";
  Model to = from;
  find(table(to, "users").columns, "age")->type = "bigint";
  table(to, "users").indexes.push_back(index("users_email_idx", {"email"}));
  const Lines lines = sql_of(from, to);
  REQUIRE(lines.size() == 4);
  CHECK(lines[0] == "DROP INDEX users_age_idx;");
  CHECK(lines[2] == "CREATE INDEX users_age_idx ON users (email) WHERE age > 0;");
  CHECK(lines[3] == "CREATE INDEX CONCURRENTLY users_email_idx ON users (email);");
}

TEST_CASE("a concurrent step lets others write") {
  Model to = household();
  table(to, "users").indexes[0] = index("users_email_idx", {"email"});
  const Plan made = plan(household(), to);
  REQUIRE(made.steps.size() == 2);
  for (const Step& step : made.steps) CHECK(step.lock == Lock::share_update_exclusive);
  CHECK(made.steps[0].scans_table);
  CHECK_FALSE(made.steps[1].scans_table);
}

}  // namespace tenon
