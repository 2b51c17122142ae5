// Renames of what partitions, policies, triggers, privileges and SQL files name.
#include "evolving_project.hpp"

#include <support/catch.hpp>

namespace tenon {
namespace {

using test::EvolvingProject;

constexpr const char* header = R"header(#pragma once
#include <tenon/annotations.hpp>

#include <cstdint>
#include <string>

namespace shop {
using namespace tenon::annotations;

enum class TENON(enum_type("state")) State { open, paid };

struct TENON(table("orders"), row_security) Order {
  TENON(primary_key) std::int64_t id;
  std::string name;
  State state = State::open;
  TENON_TABLE(policy("own_row", to("public"), using_sql("name = current_user AND state = 'open'")));
  TENON_TABLE(grant("SELECT, UPDATE (name)", to("pg_monitor")));
  TENON_TABLE(trigger("touch", "BEFORE UPDATE OF name", when("new.name > 'm'"),
                      execute("touch_row()")));
};

struct TENON(table("events")) Event {
  std::int64_t id;
  std::int64_t total;
  std::int64_t rest;
  TENON_TABLE(partition_by("range", &Event::id));
  TENON_TABLE(index(&Event::total));
  TENON_TABLE(partition("events_1", "FOR VALUES FROM (0) TO (10)"));
  TENON_TABLE(partition("events_2", "FOR VALUES FROM (10) TO (20)"));
};

}  // namespace shop
)header";

constexpr const char* before_structs =
    "-- tenon:before structs\n"
    "CREATE FUNCTION touch_row() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END';\n";

constexpr const char* after_structs = R"(
CREATE SEQUENCE numbers OWNED BY orders.id;
CREATE STATISTICS of_names ON id, name FROM orders;
ALTER TABLE orders ALTER COLUMN name SET STATISTICS 70;
CREATE PUBLICATION changes FOR TABLE ONLY orders;
CREATE VIEW names AS SELECT o.id, o.name FROM orders o;
CREATE RULE keep AS ON DELETE TO orders WHERE old.id < 0 DO INSTEAD NOTHING;
CREATE FUNCTION is_done(s state) RETURNS boolean LANGUAGE sql AS 'SELECT true';
CREATE FUNCTION name_of(orders) RETURNS text LANGUAGE sql AS 'SELECT $1.name';
CREATE DOMAIN default_state AS state DEFAULT 'open';
COMMENT ON INDEX orders_pkey IS 'How orders are found';
)";

class Shop : public EvolvingProject {
 public:
  Shop() : EvolvingProject{header, after_structs} {
    add_sql("functions.sql", before_structs);
    require_migration();
  }

  // Nothing is made anew that only has another name.
  void require_renames() const {
    const std::string script = require_migration();
    for (const char* other : {"DROP", "CREATE ", "REVOKE", "DETACH"})
      CHECK_THAT(script, !Catch::Contains(other));
  }
};

}  // namespace

TEST_CASE("what belongs to a renamed table is renamed with it") {
  Shop project;
  project.change("table(\"orders\")", "table(\"purchases\"), renamed_from(\"orders\")");
  project.change_sql("orders.id", "purchases.id");
  project.change_sql("FROM orders", "FROM purchases");
  project.change_sql("ALTER TABLE orders", "ALTER TABLE purchases");
  project.change_sql("ONLY orders", "ONLY purchases");
  project.change_sql("FROM orders o", "FROM purchases o");
  project.change_sql("TO orders", "TO purchases");
  project.change_sql("name_of(orders)", "name_of(purchases)");
  project.change_sql("INDEX orders_pkey", "INDEX purchases_pkey");
  SECTION("without being made anew") {
    project.require_renames();
  }
  SECTION("and changes and goes under its new name") {
    project.change("current_user AND state", "session_user AND state");
    project.change("new.name > 'm'", "new.name > 'n'");
    project.change("UPDATE (name)", "INSERT (name)");
    project.change_sql("CREATE STATISTICS of_names ON id, name FROM purchases;\n", "");
    project.change_sql(
        "CREATE RULE keep AS ON DELETE TO purchases WHERE old.id < 0 DO INSTEAD NOTHING;\n", "");
    project.require_migration();
  }
}

TEST_CASE("a table takes its indexes and its sequences along to another schema") {
  Shop project;
  project.change("table(\"orders\")",
                 "table(\"orders\"), schema(\"depot\"), renamed_from(\"public\", \"orders\")");
  project.change_sql("SEQUENCE numbers OWNED BY orders.id",
                     "SEQUENCE depot.numbers OWNED BY depot.orders.id");
  project.change_sql("id, name FROM orders", "id, name FROM depot.orders");
  project.change_sql("ALTER TABLE orders", "ALTER TABLE depot.orders");
  project.change_sql("ONLY orders", "ONLY depot.orders");
  project.change_sql("FROM orders o", "FROM depot.orders o");
  project.change_sql("TO orders", "TO depot.orders");
  project.change_sql("name_of(orders)", "name_of(depot.orders)");
  project.change_sql("INDEX orders_pkey", "INDEX depot.orders_pkey");
  const std::string script = project.require_migration();
  CHECK_THAT(script, Catch::Contains("ALTER TABLE orders SET SCHEMA depot;"));
  CHECK_THAT(script, !Catch::Contains("DROP") && !Catch::Contains("CREATE SEQUENCE") &&
                         !Catch::Contains("COMMENT"));
}

TEST_CASE("a partitioned table goes to another schema") {
  Shop project;
  project.change("table(\"events\")",
                 "table(\"events\"), schema(\"depot\"), renamed_from(\"public\", \"events\")");
  const std::string script = project.require_migration();
  CHECK_THAT(script, Catch::Contains("ALTER TABLE events_2 SET SCHEMA depot;"));
  for (const char* other : {"DROP", "CREATE TABLE", "CREATE INDEX", "DETACH"})
    CHECK_THAT(script, !Catch::Contains(other));
}

TEST_CASE("a partitioned table and one of its columns are renamed in one step") {
  Shop project;
  project.change("table(\"events\")", "table(\"happenings\"), renamed_from(\"events\")");
  project.change("std::int64_t total;", "TENON(renamed_from(\"total\")) std::int64_t sum;");
  project.change("&Event::total", "&Event::sum");
  project.require_renames();
}

TEST_CASE("what names a renamed column follows") {
  Shop project;
  project.change("std::string name;", "TENON(renamed_from(\"name\")) std::string title;");
  project.change("name = current_user", "title = current_user");
  project.change("UPDATE (name)", "UPDATE (title)");
  project.change("UPDATE OF name", "UPDATE OF title");
  project.change("new.name", "new.title");
  project.change_sql("id, name FROM", "id, title FROM");
  project.change_sql("COLUMN name", "COLUMN title");
  project.change_sql("o.name", "o.title AS name");
  CHECK_THAT(project.require_migration(), !Catch::Contains("REVOKE") && !Catch::Contains("DROP"));
}

TEST_CASE("the column that a table is partitioned by gets another name") {
  Shop project;
  project.change("std::int64_t id;\n  std::int64_t total",
                 "TENON(renamed_from(\"id\")) std::int64_t number;\n  std::int64_t total");
  project.change("partition_by(\"range\", &Event::id)", "partition_by(\"range\", &Event::number)");
  project.require_renames();
}

TEST_CASE("what is called by the name of a renamed type follows") {
  Shop project;
  project.change("enum_type(\"state\")", "enum_type(\"phase\"), renamed_from(\"state\")");
  project.change_sql("is_done(s state)", "is_done(s phase)");
  project.change_sql("AS state", "AS phase");
  SECTION("without being made anew") {
    project.require_renames();
  }
  SECTION("and goes") {
    project.change_sql(
        "CREATE FUNCTION is_done(s phase) RETURNS boolean LANGUAGE sql AS 'SELECT true';\n", "");
    project.require_migration();
  }
}

}  // namespace tenon
