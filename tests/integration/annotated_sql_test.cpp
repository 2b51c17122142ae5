// Partitions, views, triggers, policies and privileges that annotations say.
#include "evolving_project.hpp"

#include <support/catch.hpp>

namespace tenon {
namespace {

using test::EvolvingProject;
using test::Outcome;

constexpr const char* shop = R"header(#pragma once
#include <tenon/annotations.hpp>

#include <cstdint>
#include <string>

namespace shop {
using namespace tenon::annotations;

enum class TENON(enum_type) State { open, paid };

struct TENON(table("customers"), row_security(forced)) Customer {
  TENON(primary_key, identity) std::int64_t id;
  TENON(varchar(80)) std::string name;
  TENON_TABLE(storage_parameter("fillfactor", 70));
  TENON_TABLE(policy("own_row", to("public"), using_sql("name = current_user")));
  TENON_TABLE(policy("short", command("INSERT"), restrictive, with_check("length(name) < 9")));
  TENON_TABLE(grant("SELECT, UPDATE (name)", to("pg_monitor")));
};

struct TENON(table("orders"), comment("What was bought")) Order {
  std::int64_t id;
  TENON(references(&Customer::id), index) std::int64_t customer_id;
  timestamptz placed_at;
  TENON(numeric(12, 2)) std::string total;
  State state = State::open;
  TENON_TABLE(primary_key(&Order::id, &Order::placed_at), partition_by("range", &Order::placed_at));
  TENON_TABLE(partition("orders_2026", "FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')"));
  TENON_TABLE(partition("orders_rest", "DEFAULT"));
  TENON_TABLE(trigger("touch", "BEFORE UPDATE OF total", when("new.total > 7"),
                      execute("touch_order('x')")));
};

struct TENON(table, unlogged) Visit {
  TENON(primary_key) std::int64_t id;
};

struct TENON(view("open_orders",
                  "SELECT o.id, c.name, o.total FROM orders o JOIN customers c "
                  "ON c.id = o.customer_id WHERE o.state = 'open' -- not paid"),
             comment("Not paid")) OpenOrder {
  std::int64_t id;
  TENON(column("name"), varchar(80), comment("The customer's")) std::string customer;
  TENON(numeric(12, 2)) std::string total;
  TENON_TABLE(storage_parameter("security_barrier", "true"), grant("SELECT", to("pg_monitor")));
};

struct TENON(materialized_view("SELECT customer_id, count(*) AS orders FROM orders GROUP BY 1"),
             schema("reports")) CustomerTotal {
  std::int64_t customer_id;
  std::int64_t orders;
  TENON_TABLE(index(unique, &CustomerTotal::customer_id));
};

}  // namespace shop
)header";

constexpr const char* functions =
    "CREATE FUNCTION touch_order() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END';\n";

class Shop : public EvolvingProject {
 public:
  Shop() : EvolvingProject{shop, functions} {}

  // A place begins behind the name of the header.
  void check_fails(const std::string& place, const std::string& message,
                   const std::string& code) const {
    const Outcome outcome = generate();
    CHECK(outcome.status == 1);
    CHECK_THAT(outcome.output, Catch::Contains("schema.hpp:" + place) && Catch::Contains(message) &&
                                   Catch::Contains(code));
    CHECK_FALSE(std::filesystem::exists(path("model.json")));
  }
};

}  // namespace

TEST_CASE("what annotations say beside tables is one schema with its migrations") {
  Shop project;
  project.require_migration();

  SECTION("a view with another query and another member") {
    project.change("c.name, o.total FROM", "c.name, o.total, o.placed_at FROM");
    project.change("numeric(12, 2)) std::string total;\n  TENON_TABLE(storage_parameter(\"sec",
                   "numeric(12, 2)) std::string total;\n  timestamptz placed_at;\n"
                   "  TENON_TABLE(storage_parameter(\"sec");
    project.require_migration();
  }
  SECTION("a column under views gets another type") {
    project.change("TENON(varchar(80)) std::string name;", "TENON(varchar(90)) std::string name;");
    project.change("varchar(80), comment", "varchar(90), comment");
    project.require_migration();
  }
  SECTION("columns of a partitioned table get other names and types, and go") {
    project.change("timestamptz placed_at;\n  TENON(numeric(12, 2)) std::string total;",
                   "timestamptz placed_at;\n  TENON(numeric(14, 3), renamed_from(\"total\")) "
                   "std::string sum;");
    project.change("o.total FROM", "o.sum FROM");
    project.change("TENON(numeric(12, 2)) std::string total;",
                   "TENON(numeric(14, 3)) std::string sum;");
    project.change("UPDATE OF total", "UPDATE OF sum");
    project.change("new.total", "new.sum");
    project.require_migration();
    project.change("TENON(numeric(14, 3), renamed_from(\"total\")) std::string sum;", "");
    project.change("o.sum FROM", "1.5::numeric(14, 3) AS sum FROM");
    project.change("UPDATE OF sum", "UPDATE OF state");
    project.change("new.sum > 7", "new.state = 'paid'");
    project.require_migration("--allow-destructive orders.sum");
  }
  SECTION("a partitioned table gets a column, and another partition") {
    project.change("State state = State::open;",
                   "State state = State::open;\n  std::string note = \"none\";");
    project.change("partition(\"orders_rest\", \"DEFAULT\")",
                   "partition(\"orders_2027\", \"FOR VALUES FROM ('2027-01-01') TO "
                   "('2028-01-01')\")");
    project.require_migration("--allow-destructive orders_rest");
  }
  SECTION("policies, privileges, triggers and parameters change") {
    project.change("name = current_user", "name = session_user");
    project.change("grant(\"SELECT, UPDATE (name)\", to(\"pg_monitor\"))",
                   "grant(\"INSERT\", to(\"pg_monitor\"), with_grant_option)");
    project.change("new.total > 7", "new.total > 9");
    project.change("\"fillfactor\", 70", "\"fillfactor\", 80");
    project.change("row_security(forced)", "row_security");
    project.change("table, unlogged", "table");
    project.require_migration();
  }
}

TEST_CASE("a changed view has no migration, and check says so at its annotation") {
  Shop project;
  REQUIRE(project.generate().status == 0);
  REQUIRE(project.migrate().status == 0);
  project.change("o.state = 'open'", "o.state = 'paid'");
  REQUIRE(project.generate().status == 0);
  const Outcome checked = project.check();
  CHECK(checked.status == 1);
  CHECK_THAT(checked.output, Catch::Contains("schema.hpp:41:") &&
                                 Catch::Contains("view open_orders") &&
                                 Catch::Contains("[tenon-drift]"));
}

TEST_CASE("a view may read from a partition that is declared before it") {
  Shop project;
  project.change("FROM orders o JOIN", "FROM orders_2026 o JOIN");
  const Outcome generated = project.generate();
  INFO(generated.output);
  CHECK(generated.status == 0);
}

TEST_CASE("a table has its own privileges beside those of the default") {
  Shop project;
  project.add_sql("before.sql",
                  "-- tenon:before structs\n"
                  "ALTER DEFAULT PRIVILEGES GRANT TRIGGER ON TABLES TO pg_monitor;\n");
  const Outcome generated = project.generate();
  INFO(generated.output);
  REQUIRE(generated.status == 0);
  const Outcome shown = project.tenon("show --from model:model.json");
  CHECK_THAT(shown.output,
             Catch::Contains("GRANT SELECT, TRIGGER ON TABLE customers TO pg_monitor"));
}

TEST_CASE("an SQL file does not take away what annotations say") {
  const Shop project;
  const auto fails_with = [&](const std::string& sql, const std::string& message) {
    project.write("schema.sql", functions + sql);
    project.check_fails("", message, "[tenon-");
  };
  fails_with("DROP VIEW open_orders;", "relation \"open_orders\" does not exist");
  fails_with("DROP MATERIALIZED VIEW reports.customer_total;", "customer_total");
  fails_with(
      "CREATE OR REPLACE VIEW open_orders AS SELECT 2::bigint AS id, 'x'::varchar(80) AS "
      "name, 1::numeric(12, 2) AS total;",
      "an SQL file changes what the structs say of view open_orders");
  fails_with("DROP TABLE orders_2026;", "table orders_2026: is gone");
}

TEST_CASE("the members of a view are the columns of its query") {
  Shop project;
  const auto fails_with = [&](const std::string& place, const std::string& message) {
    project.check_fails(place, message, "[tenon-view-column]");
  };
  SECTION("of the same type") {
    project.change("varchar(80), comment", "varchar(70), comment");
    fails_with("43:", "open_orders.name is character varying(70) here, and character varying(80)");
  }
  SECTION("of a type that there is") {
    project.change("varchar(80), comment", "sql_type(\"nosuch\"), comment");
    fails_with("43:", "type \"nosuch\" does not exist");
  }
  SECTION("each of them") {
    project.change("o.id, c.name, o.total FROM", "o.id, c.name FROM");
    fails_with("44:", "the query of open_orders gives no column total");
  }
  SECTION("and no other") {
    project.change("o.id, c.name", "o.id, o.state, c.name");
    fails_with("41:", "the query of open_orders gives state state, which no member is");
  }
}

TEST_CASE("what PostgreSQL refuses of an annotation is said at its place") {
  Shop project;
  const auto fails_with = [&](const std::string& place, const std::string& message) {
    project.check_fails(place, message, "[tenon-refused]");
  };
  SECTION("a query") {
    project.change("o.state = 'open'", "o.stat = 'open'");
    fails_with("38:", "column o.stat does not exist");
  }
  SECTION("a function that nothing makes") {
    project.change("touch_order('x')", "touch_orders('x')");
    fails_with("30:", "function touch_orders() does not exist");
  }
  SECTION("privileges that there are not") {
    project.change("SELECT, UPDATE (name)", "FLY");
    fails_with("18:", "unrecognized privilege type");
  }
  SECTION("a bound that overlaps another") {
    project.change("partition(\"orders_rest\", \"DEFAULT\")",
                   "partition(\"orders_rest\", \"FOR VALUES FROM ('2026-06-01') TO (MAXVALUE)\")");
    fails_with("29:", "would overlap partition \"orders_2026\"");
  }
}

}  // namespace tenon
