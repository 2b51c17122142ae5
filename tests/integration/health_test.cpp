// What a health endpoint answers, in every state that a database can be in.
#include "made_migrations.hpp"

#include <nlohmann/json.hpp>
#include <pqxx/pqxx>

#include <support/catch.hpp>
#include <support/server.hpp>
#include <tenon/history/replaced.hpp>
#include <tenon/history/sql_text.hpp>
#include <tenon/runtime.hpp>
#include <tenon/testing/replay.hpp>

#include <chrono>
#include <string>
#include <vector>

namespace tenon {
namespace {

using test::Database;
using test::Ids;
using test::three;
using Status = Health::Status;
using namespace std::chrono_literals;

// A database at the head of three migrations.
struct AtHead : Database {
  AtHead() { migrate(connection, three()); }
  ExpectedHistory expected = expected_history(three());
};

std::string all_messages(const Health& health) {
  std::string text;
  for (const auto& message : health.messages) text += message + "\n";
  return text;
}

TEST_CASE("a database at the head is ok, however one is connected to it") {
  AtHead database;
  const auto found = health(database.connection, database.expected);
  CHECK(found.status == Status::ok);
  CHECK(found.expected_head == "m3");
  CHECK(found.current_head == "m3");
  CHECK(found.messages.empty());
  CHECK_FALSE(found.drift);
  CHECK(health(database.scratch.url(), database.expected).status == Status::ok);
  pqxx::connection theirs{database.scratch.url()};
  CHECK(health(theirs, database.expected).status == Status::ok);
  CHECK(health(database.connection, three()).status == Status::ok);
}

TEST_CASE("a database in which nothing ran is behind by all migrations") {
  Database database;
  const bool has_schema = GENERATE(false, true);
  if (has_schema) database.connection.execute("CREATE SCHEMA tenon");
  const auto found = health(database.connection, three());
  CHECK(found.status == Status::degraded);
  CHECK(found.pending == Ids{"m1", "m2", "m3"});
  CHECK_FALSE(found.current_head);
  CHECK(health(database.connection, std::vector<Migration>{}).status == Status::ok);
}

TEST_CASE("a squash counts as run where all that it replaces has run, and is said where some has") {
  auto squash = test::migration("s", std::nullopt, "CREATE TABLE a (x int);", "DROP TABLE a;");
  for (const Migration& migration : three()) squash.replaces.push_back(as_replaced(migration));
  const std::vector known{squash};
  AtHead all;
  for (int recorded = 0; recorded < 2; ++recorded) {
    const auto found = health(all.connection, known);
    CHECK(found.status == Status::ok);
    CHECK(found.current_head == "s");
    CHECK(found.unknown.empty());
    CHECK(migrate(all.connection, known).empty());
  }
  all.connection.execute("UPDATE tenon.migrations SET digest = 'x' WHERE id = 'm2'");
  CHECK(health(all.connection, known).changed == Ids{"m2"});

  Database some;
  migrate(some.connection, three(), {.to = "m2"});
  const auto found = health(some.connection, known);
  CHECK(found.status == Status::degraded);
  CHECK(found.current_head == "m2");
  CHECK(found.pending == Ids{"s"});
  CHECK(found.unknown.empty());
  CHECK_THAT(all_messages(found), Catch::Contains("has run only some (m1, m2) and lacks m3"));
  CHECK(test::error_of<LedgerError>([&] { migrate(some.connection, known); }).migrations ==
        Ids{"s"});
}

TEST_CASE("a database that is behind, ahead or otherwise is degraded, by name") {
  AtHead database;
  auto known = three();
  SECTION("behind") {
    known.push_back(test::migration("m4", "m3", "CREATE TABLE d ();", "DROP TABLE d;"));
    const auto found = health(database.connection, known);
    CHECK(found.status == Status::degraded);
    CHECK(found.pending == Ids{"m4"});
    CHECK(found.expected_head == "m4");
    CHECK(found.current_head == "m3");
    CHECK_THAT(all_messages(found), Catch::Contains("have not run: m4"));
  }
  SECTION("ahead") {
    known.erase(known.begin() + 1, known.end());
    const auto found = health(database.connection, known);
    CHECK(found.status == Status::degraded);
    CHECK(found.unknown == Ids{"m2", "m3"});
    CHECK_THAT(all_messages(found), Catch::Contains("does not know them") && Catch::Contains("m3"));
  }
  SECTION("changed") {
    known[1].up_sql += "CREATE TABLE more ();";
    known[2].up_sql = "-- no change\n" + known[2].up_sql;
    const auto found = health(database.connection, known);
    CHECK(found.status == Status::degraded);
    CHECK(found.changed == Ids{"m2"});
    CHECK_THAT(all_messages(found), Catch::Contains("changed after they ran: m2"));
  }
}

TEST_CASE("health asks once, leaves no trace and keeps no transaction open") {
  AtHead database;
  Connection watcher{database.scratch.url()};
  const auto pid = not_null(database.connection.query("SELECT pg_backend_pid()")[0][0]);
  CHECK(health(database.connection, database.expected, {.timeout = 777ms}).status == Status::ok);
  const auto row = watcher.query("SELECT state, query FROM pg_stat_activity WHERE pid = $1", {pid});
  CHECK(row.at(0).at(0) == "idle");
  CHECK_THAT(not_null(row[0][1]), Catch::Contains("SET LOCAL statement_timeout = 777") &&
                                      Catch::Contains("FROM tenon.migrations"));
  CHECK(database.connection.query("SHOW statement_timeout")[0][0] == "0");
  CHECK(database.connection.query("SHOW row_security")[0][0] == "on");
  Database empty;
  CHECK(health(empty.connection, database.expected).status == Status::degraded);
  CHECK(empty.connection.query("SHOW statement_timeout")[0][0] == "0");
}

TEST_CASE("a database that cannot be asked is unknown, and the reason has no password") {
  AtHead database;
  SECTION("it cannot be reached") {
    const auto found = health("host=/nowhere password=geheim dbname=x", database.expected);
    CHECK(found.status == Status::unknown);
    CHECK(found.expected_head == "m3");
    CHECK_THAT(all_messages(found), Catch::Contains("no connection") && !Catch::Contains("geheim"));
    CHECK(found.pending.empty());
  }
  SECTION("the connection was lost") {
    Connection other{database.scratch.url()};
    const auto pid = not_null(database.connection.query("SELECT pg_backend_pid()")[0][0]);
    other.execute("SELECT pg_terminate_backend(" + pid + ")");
    const auto found = health(database.connection, database.expected);
    CHECK(found.status == Status::unknown);
    CHECK_FALSE(found.messages.empty());
    CHECK(health(other, database.expected).status == Status::ok);
  }
  SECTION("the role may not read the ledger") {
    database.connection.execute("CREATE ROLE tenon_test_nobody; SET ROLE tenon_test_nobody");
    const auto found = health(database.connection, database.expected);
    CHECK(found.status == Status::unknown);
    CHECK_THAT(all_messages(found), Catch::Contains("permission denied"));
    database.connection.execute(
        "RESET ROLE; GRANT USAGE ON SCHEMA tenon TO tenon_test_nobody; "
        "GRANT SELECT ON tenon.migrations TO tenon_test_nobody");
    database.connection.execute("SET ROLE tenon_test_nobody");
    CHECK(health(database.connection, database.expected).status == Status::ok);
    database.connection.execute(
        "RESET ROLE; ALTER TABLE tenon.migrations ENABLE ROW LEVEL SECURITY");
    database.connection.execute("SET ROLE tenon_test_nobody");
    CHECK(health(database.connection, database.expected).status == Status::unknown);
    database.connection.execute(
        "RESET ROLE; DROP OWNED BY tenon_test_nobody; "
        "DROP ROLE tenon_test_nobody");
  }
  SECTION("somebody holds the ledger") {
    Connection other{database.scratch.url()};
    other.execute("BEGIN; LOCK TABLE tenon.migrations");
    const auto found = health(database.connection, database.expected, {.timeout = 20ms});
    CHECK(found.status == Status::unknown);
    CHECK_THAT(all_messages(found), Catch::Contains("statement timeout"));
    other.execute("ROLLBACK");
    CHECK(health(database.connection, database.expected).status == Status::ok);
  }
}

TEST_CASE("drift is a part of health where it is asked for") {
  AtHead database;
  const auto catalog = testing::replay(three(), test::server());
  const HealthOptions options{.expected_catalog = &catalog};
  auto found = health(database.connection, database.expected, options);
  CHECK(found.status == Status::ok);
  REQUIRE(found.drift);
  CHECK(found.drift->status == Verification::Status::same);

  database.connection.execute("ALTER TABLE b ADD COLUMN y text");
  found = health(database.connection, database.expected, options);
  CHECK(found.status == Status::degraded);
  CHECK_THAT(all_messages(found), Catch::Contains("differs from the expected one in 1 place\n"));

  ExpectedCatalog none;
  none.missing_because = "it rained";
  found = health(database.connection, database.expected, {.expected_catalog = &none});
  CHECK(found.status == Status::unknown);
  CHECK_THAT(all_messages(found),
             Catch::Contains("no expected catalog was embedded because it rained"));
  database.connection.execute("DELETE FROM tenon.migrations WHERE id = 'm3'");
  found = health(database.connection, database.expected, {.expected_catalog = &none});
  CHECK(found.status == Status::degraded);
}

TEST_CASE("the answer is JSON with the same keys in the same order, whatever happened") {
  AtHead database;
  CHECK(to_json(health(database.connection, database.expected)) ==
        R"({"status":"ok","expected_head":"m3","current_head":"m3","pending":[],"unknown":[],)"
        R"("changed":[],"messages":[],"drift":null})");
  const auto catalog = testing::replay(three(), test::server());
  database.connection.execute("ALTER TABLE b ADD COLUMN y text");
  const auto json = nlohmann::ordered_json::parse(
      to_json(health(database.connection, database.expected, {.expected_catalog = &catalog})));
  CHECK(json["drift"].dump() ==
        R"({"status":"different","reason":null,"findings":[{"severity":"cosmetic",)"
        R"("rule":"column-unexpected","kind":"unexpected",)"
        R"("object":"column b.y","details":"text","sql":["ALTER TABLE b DROP COLUMN y;"]}],)"
        R"("ignored":[],"notes":[]})");
  Health odd;
  odd.messages = {"\xff"};
  CHECK_THAT(to_json(odd), Catch::Contains("unknown") && Catch::Contains("\xef\xbf\xbd"));
}

}  // namespace
}  // namespace tenon
