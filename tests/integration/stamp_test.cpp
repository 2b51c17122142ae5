// A baseline: which databases run it, which record it, and what is refused.
#include "made_migrations.hpp"

#include <support/catch.hpp>
#include <support/server.hpp>
#include <tenon/history/sql_text.hpp>
#include <tenon/runtime/migrator.hpp>
#include <tenon/runtime/migrator_lock.hpp>
#include <tenon/runtime/stamp.hpp>
#include <tenon/runtime/status.hpp>

#include <chrono>
#include <string>
#include <vector>

namespace tenon {
namespace {

using test::Database;
using test::error_of;
using test::exists;
using test::Ids;
using test::three;
using namespace std::chrono_literals;

/// The first makes what databases had before.
std::vector<Migration> from_baseline() {
  auto all = three();
  all.front().baseline = true;
  return all;
}

/// As it was before its first migration.
struct OlderDatabase : Database {
  OlderDatabase() : Database{"CREATE TABLE a (x int)"} {}
};

TEST_CASE("an empty database runs a baseline like any migration") {
  Database database;
  const auto all = from_baseline();
  CHECK(migrate(database.connection, all) == Ids{"m1", "m2", "m3"});
  const auto now = status(database.connection, all);
  CHECK(now.baseline == "m1");
  CHECK_FALSE(now.applied.front().is_stamped());
  CHECK(down(database.connection, all, std::nullopt) == Ids{"m3", "m2", "m1"});
}

TEST_CASE("a database that was prepared and has no objects is empty") {
  Database database{
      "CREATE SCHEMA app; CREATE EXTENSION citext; GRANT CREATE ON SCHEMA public TO pg_monitor;"
      "ALTER DEFAULT PRIVILEGES IN SCHEMA app GRANT SELECT ON TABLES TO pg_monitor"};
  CHECK(migrate(database.connection, from_baseline()).size() == 3);
}

TEST_CASE("up refuses a baseline where its schema is already, and says what to do") {
  for (const char* object : {"CREATE TABLE old (x int)", "CREATE VIEW old AS SELECT 1 AS x",
                             "CREATE TYPE old AS ENUM ()",
                             "CREATE FUNCTION old() RETURNS int LANGUAGE sql AS 'SELECT 1'"}) {
    Database database{object};
    const auto error =
        error_of<LedgerError>([&] { migrate(database.connection, from_baseline()); });
    INFO(object);
    CHECK(error.migrations == Ids{"m1"});
    CHECK_THAT(error.what(), Catch::Contains("m1, is a baseline") && Catch::Contains(" old") &&
                                 Catch::Contains("tenon stamp --database URL"));
    CHECK_FALSE(exists(database, "tenon.migrations"));
    CHECK_FALSE(exists(database, "b"));
  }
}

TEST_CASE("up asks nothing of a database whose first migration is no baseline") {
  Database database{"CREATE TABLE old (x int)"};
  CHECK(migrate(database.connection, three()).size() == 3);
}

TEST_CASE("a stamped baseline is a row like others, and up goes on after it") {
  OlderDatabase database;
  const auto all = from_baseline();
  CHECK(stamp(database.connection, all, std::nullopt) == Ids{"m1"});
  const auto now = status(database.connection, all);
  CHECK(now.current_head == "m1");
  CHECK(now.pending == Ids{"m2", "m3"});
  REQUIRE(now.applied.size() == 1);
  CHECK(now.applied[0].is_stamped());
  CHECK(now.applied[0].position == 1);
  CHECK(now.applied[0].digest == token_digest(all[0].up_sql));
  CHECK(stamp(database.connection, all, std::nullopt).empty());
  CHECK(migrate(database.connection, all) == Ids{"m2", "m3"});
  CHECK(stamp(database.connection, all, std::nullopt).empty());
  CHECK(status(database.connection, all).is_current());
}

TEST_CASE("stamp records up to the migration that is said, and runs none") {
  OlderDatabase database;
  const auto all = from_baseline();
  CHECK(stamp(database.connection, all, "m2") == Ids{"m1", "m2"});
  CHECK_FALSE(exists(database, "b"));
  CHECK(stamp(database.connection, all, "m3") == Ids{"m3"});
  CHECK(status(database.connection, all).is_current());
}

TEST_CASE("a history without a baseline is stamped by id alone") {
  OlderDatabase database;
  const auto error =
      error_of<LedgerError>([&] { stamp(database.connection, three(), std::nullopt); });
  CHECK_THAT(error.what(), Catch::Contains("m1, is no baseline") && Catch::Contains("say the id"));
  CHECK(stamp(database.connection, three(), "m1") == Ids{"m1"});
}

TEST_CASE("stamp refuses what contradicts the ledger or the database, and writes nothing") {
  OlderDatabase database;
  auto all = from_baseline();
  const auto refused = [&](const std::optional<std::string>& revision) {
    return std::string{
        error_of<LedgerError>([&] { stamp(database.connection, all, revision); }).what()};
  };
  SECTION("an id that there is not") {
    CHECK_THAT(refused("m7"), Catch::Contains("m7 is not among the migrations"));
    CHECK_FALSE(exists(database, "tenon.migrations"));
  }
  SECTION("no migrations") {
    all.clear();
    CHECK_THAT(refused(std::nullopt), Catch::Contains("there are no migrations"));
  }
  SECTION("an empty database") {
    database.connection.execute("DROP TABLE a");
    CHECK_THAT(refused(std::nullopt), Catch::Contains("empty") && Catch::Contains("tenon up"));
    CHECK_FALSE(exists(database, "tenon.migrations"));
  }
  SECTION("a row of a migration that was changed since") {
    REQUIRE(stamp(database.connection, all, "m1") == Ids{"m1"});
    all[0].up_sql += "CREATE TABLE more (x int);";
    CHECK_THAT(refused("m2"), Catch::Contains("changed after it ran") && Catch::Contains("m1"));
  }
  SECTION("a row that nobody knows") {
    REQUIRE(stamp(database.connection, all, "m2") == Ids{"m1", "m2"});
    all.erase(all.begin() + 1, all.end());
    all.push_back(test::migration("n2", "m1", "CREATE TABLE n (x int);", "DROP TABLE n;"));
    CHECK_THAT(refused("n2"), Catch::Contains("not among the migrations: m2"));
  }
  SECTION("a pending one in front of one that ran") {
    REQUIRE(stamp(database.connection, all, "m2") == Ids{"m1", "m2"});
    database.connection.execute("DELETE FROM tenon.migrations WHERE id = 'm1'");
    CHECK_THAT(refused("m1"), Catch::Contains("m1 has not run"));
  }
}

TEST_CASE("stamp waits for another migrator, and gives up after a while") {
  OlderDatabase database;
  Connection other{database.scratch.url()};
  const MigratorLock lock{other, 1s};
  CHECK_THROWS_AS(stamp(database.connection, from_baseline(), std::nullopt, 100ms), LockError);
  CHECK_FALSE(exists(database, "tenon.migrations"));
}

TEST_CASE("what was there before a stamped baseline is not dropped by its way back") {
  OlderDatabase database;
  const auto all = from_baseline();
  REQUIRE(stamp(database.connection, all, std::nullopt) == Ids{"m1"});
  REQUIRE(migrate(database.connection, all) == Ids{"m2", "m3"});
  const auto error = error_of<LedgerError>([&] { down(database.connection, all, std::nullopt); });
  CHECK_THAT(error.what(), Catch::Contains("m1 is a baseline that was recorded without being run"));
  CHECK(exists(database, "c"));
  CHECK(down(database.connection, all, "m1") == Ids{"m3", "m2"});
  CHECK(exists(database, "a"));
}

}  // namespace
}  // namespace tenon
