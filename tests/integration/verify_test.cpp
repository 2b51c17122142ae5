// A live database against the catalog that a program was built with.
#include "made_migrations.hpp"

#include <support/catch.hpp>
#include <support/server.hpp>
#include <tenon/runtime.hpp>
#include <tenon/testing/replay.hpp>

#include <string>
#include <vector>

namespace tenon {
namespace {

using test::Database;
using test::error_of;
using test::migration;
using Status = Verification::Status;

std::vector<Migration> history() {
  return {migration("m1", std::nullopt,
                    "CREATE TYPE mood AS ENUM ('sad', 'happy');"
                    "CREATE TABLE users (id bigint PRIMARY KEY, email varchar(80) NOT NULL DEFAULT "
                    "current_user, feels mood, made timestamptz DEFAULT CURRENT_TIMESTAMP);",
                    "DROP TABLE users; DROP TYPE mood;"),
          migration("m2", "m1", "CREATE VIEW names AS SELECT id, email AS name FROM users;",
                    "DROP VIEW names;")};
}

const ExpectedCatalog& expected() {
  static const auto catalog = testing::replay(history(), test::server());
  return catalog;
}

struct AtHead : Database {
  AtHead() { migrate(connection, history()); }
};

std::vector<std::string> sentences(const Verification& verification) {
  std::vector<std::string> all;
  for (const auto& finding : verification.findings) all.push_back(describe(finding));
  return all;
}

using Sentences = std::vector<std::string>;

TEST_CASE("a database at the head is the same, with the ledger and whatever the words were") {
  AtHead database;
  const auto same = verify(database.connection, expected());
  CHECK(same.status == Status::same);
  CHECK(sentences(same).empty());
  CHECK(same.notes.empty());

  Database by_hand{
      "CREATE TYPE mood AS ENUM ('sad', 'happy');"
      "CREATE TABLE users (id int8 PRIMARY KEY, email character varying(80) DEFAULT CURRENT_USER "
      "NOT NULL, feels mood, made timestamp with time zone DEFAULT CURRENT_TIMESTAMP);"
      "CREATE VIEW names AS SELECT users.id, users.email AS name FROM public.users"};
  CHECK(sentences(verify(by_hand.scratch.url(), expected())).empty());
}

TEST_CASE("what is missing, unexpected and different is found by name, with its change and SQL") {
  AtHead database;
  database.connection.execute(
      "DROP VIEW names; ALTER TABLE users DROP COLUMN made, ADD COLUMN nick text, "
      "ALTER COLUMN email SET DEFAULT 'x'; ALTER TYPE mood ADD VALUE 'odd';"
      "CREATE TABLE extra (); CREATE UNIQUE INDEX by_email ON users (email)");
  const auto found = verify(database.connection, expected());
  CHECK(found.status == Status::different);
  CHECK_THAT(
      sentences(found),
      Catch::UnorderedEquals(Sentences{
          "view names: missing", "table extra: unexpected", "column users.nick: unexpected (text)",
          "column users.made: missing (timestamp with time zone default CURRENT_TIMESTAMP)",
          "column users.email: default: 'x'::character varying -> CURRENT_USER",
          "index by_email: unexpected (unique (email))",
          "enum type mood: labels: ('sad', 'happy', 'odd') -> ('sad', 'happy')"}));
  for (const auto& finding : found.findings) {
    REQUIRE(finding.change);
    CHECK_FALSE(finding.sql.empty());
    if (finding.object == "column users.nick") {
      CHECK(finding.kind == CatalogFinding::Kind::unexpected);
      CHECK(std::holds_alternative<DropColumn>(*finding.change));
      CHECK(finding.sql == Sentences{"ALTER TABLE users DROP COLUMN nick;"});
    }
  }
}

TEST_CASE("what no Model can have is found on both sides") {
  AtHead database;
  auto wanted = expected();
  wanted.unmodelled = {"type public.money2"};
  database.connection.execute("CREATE TYPE unfinished");
  const auto found = sentences(verify(database.connection, wanted));
  CHECK_THAT(found, Catch::VectorContains(std::string{"type public.money2: missing"}));
  CHECK_THAT(found, Catch::VectorContains(std::string{"type public.unfinished: unexpected"}));
}

TEST_CASE("schemas in which nothing is declared are others' business, and said") {
  AtHead database;
  database.connection.execute("CREATE SCHEMA audit; CREATE TABLE audit.log ()");
  const auto found = verify(database.connection, expected());
  CHECK(found.status == Status::same);
  CHECK(found.notes == Sentences{"not compared, because nothing is declared in them: audit"});
  const VerifyOptions options{.ignored_schemas = {"audit"}};
  CHECK(verify(database.connection, expected(), options).notes.empty());
}

TEST_CASE("schemas of others are left out on both sides") {
  auto more = history();
  more.push_back(migration("m3", "m2",
                           "CREATE SCHEMA audit; CREATE TABLE audit.log ();"
                           "CREATE VIEW audit.v AS SELECT 1 AS one;"
                           "CREATE TYPE audit.t AS ENUM ('x');",
                           ""));
  const auto catalog = testing::replay(more, test::server());
  AtHead without;
  CHECK_FALSE(sentences(verify(without.connection, catalog)).empty());
  const VerifyOptions options{.ignored_schemas = {"audit"}};
  CHECK(sentences(verify(without.connection, catalog, options)).empty());
}

TEST_CASE("the order of columns and an extension that is not used are told and are no drift") {
  Database database{
      "CREATE TYPE mood AS ENUM ('sad', 'happy'); CREATE EXTENSION pg_trgm;"
      "CREATE TABLE users (email varchar(80) NOT NULL DEFAULT current_user, id bigint PRIMARY KEY, "
      "feels mood, made timestamptz DEFAULT CURRENT_TIMESTAMP);"
      "CREATE VIEW names AS SELECT id, email AS name FROM users;"};
  const auto found = verify(database.connection, expected());
  CHECK(found.status == Status::same);
  CHECK_FALSE(has_drift(found));
  CHECK_THAT(sentences(found),
             Catch::UnorderedEquals(Sentences{
                 "extension pg_trgm: unexpected",
                 "table users: columns: (email, id, feels, made) -> (id, email, feels, made)"}));
}

TEST_CASE("what is to be ignored is told apart, with its reason, and what is not found is noted") {
  AtHead database;
  database.connection.execute(
      "CREATE INDEX users_by_email ON users (email); CREATE TABLE extra ()");
  const VerifyOptions options{.ignored_objects = {{"index users_by_*", "the DBA tries it out"},
                                                  {"table gone", "an old one"}}};
  const auto found = verify(database.connection, expected(), options);
  CHECK(sentences(found) == Sentences{"table extra: unexpected"});
  REQUIRE(found.ignored.size() == 1);
  CHECK(found.ignored[0].finding.object == "index users_by_email");
  CHECK(found.ignored[0].reason == "the DBA tries it out");
  CHECK(found.notes == Sentences{"nothing is found that is ignored as 'table gone': an old one"});
}

TEST_CASE("what a role is granted of what it owns is no drift") {
  const std::vector<Migration> grants = {migration(
      "m1", std::nullopt,
      "CREATE SCHEMA shop; CREATE TABLE shop.orders (id bigint PRIMARY KEY);"
      "CREATE TYPE shop.state AS ENUM ('open'); CREATE VIEW shop.ids AS SELECT id FROM shop.orders;"
      "CREATE FUNCTION shop.one() RETURNS integer LANGUAGE sql AS 'SELECT 1';"
      "GRANT USAGE ON SCHEMA shop TO pg_monitor; GRANT USAGE ON TYPE shop.state TO pg_monitor;"
      "GRANT SELECT, INSERT ON shop.orders, shop.ids TO pg_monitor;"
      "GRANT EXECUTE ON FUNCTION shop.one() TO pg_monitor;",
      "DROP SCHEMA shop CASCADE;")};
  Database live;
  migrate(live.connection, grants);
  live.connection.execute(
      "ALTER SCHEMA shop OWNER TO pg_monitor; ALTER TYPE shop.state OWNER TO pg_monitor;"
      "ALTER TABLE shop.orders OWNER TO pg_monitor; ALTER VIEW shop.ids OWNER TO pg_monitor;"
      "ALTER FUNCTION shop.one() OWNER TO pg_monitor");
  const auto declared = testing::replay(grants, test::server());
  CHECK(sentences(verify(live.connection, declared)) == Sentences{});

  live.connection.execute("GRANT SELECT ON shop.orders TO pg_read_all_stats");
  CHECK(sentences(verify(live.connection, declared)) ==
        Sentences{"table shop.orders: privileges pg_read_all_stats: SELECT -> not said"});
}

TEST_CASE("findings come most grave first, and count from the severity that is asked") {
  AtHead database;
  database.connection.execute(
      "CREATE TABLE extra (); ALTER TABLE users DROP COLUMN made, ALTER email DROP DEFAULT");
  const auto found = verify(database.connection, expected());
  REQUIRE(found.findings.size() == 3);
  CHECK(found.findings[0].rule.id == "column-missing");
  CHECK(found.findings[1].rule.id == "column-default");
  CHECK(found.findings[2].rule.id == "table-unexpected");
  CHECK(has_drift(found, Severity::blocking));
  database.connection.execute("ALTER TABLE users ADD made timestamptz DEFAULT CURRENT_TIMESTAMP");
  const auto less = verify(database.connection, expected());
  CHECK_FALSE(has_drift(less, Severity::blocking));
  CHECK(has_drift(less, Severity::integrity));
}

TEST_CASE("verify reads, whatever it is allowed, and leaves no transaction open") {
  AtHead database;
  database.connection.execute(
      "CREATE ROLE tenon_test_reader; SET ROLE tenon_test_reader;"
      "SET default_transaction_read_only = on");
  CHECK(sentences(verify(database.connection, expected())).empty());
  CHECK(database.connection.query("SELECT pg_current_xact_id_if_assigned()")[0][0] == std::nullopt);
  database.connection.execute("RESET ROLE; SET default_transaction_read_only = off");
  database.connection.execute("DROP ROLE tenon_test_reader");
}

TEST_CASE("another major version is noted, and a catalog that was not embedded is unknown") {
  AtHead database;
  auto other = expected();
  other.server_major = 12;
  const auto noted = verify(database.connection, other);
  CHECK(noted.status == Status::same);
  REQUIRE(noted.notes.size() == 1);
  CHECK_THAT(noted.notes[0], Catch::Contains("PostgreSQL 12 printed what is expected"));

  ExpectedCatalog none;
  none.missing_because = "there was no PostgreSQL where it was built";
  const auto unknown = verify(database.connection, none);
  CHECK(unknown.status == Status::unknown);
  CHECK(unknown.reason ==
        "no expected catalog was embedded because there was no PostgreSQL where it was built");
}

TEST_CASE("a replay makes the roles that migrations name, and says which migration fails") {
  auto roles = history();
  roles.push_back(migration("m3", "m2", "GRANT SELECT ON users TO tenon_test_granted;", ""));
  if (test::server().is_own()) {
    const auto catalog = testing::replay(roles, test::server());
    CHECK_THAT(catalog.model, Catch::Contains("tenon_test_granted"));
  }
  roles.back().up_sql = "CREATE TABLE users ();";
  const auto error =
      error_of<MigrationError>([&] { (void)testing::replay(roles, test::server()); });
  CHECK(error.migration == "m3");
}

}  // namespace
}  // namespace tenon
