// Running migrations against a real database: what runs, what is recorded, what is refused.
#include "made_migrations.hpp"

#include <support/catch.hpp>
#include <support/server.hpp>
#include <tenon/history/sql_text.hpp>
#include <tenon/runtime/migrator.hpp>
#include <tenon/runtime/status.hpp>

#include <chrono>
#include <functional>
#include <string>
#include <thread>
#include <vector>

namespace tenon {
namespace {

using test::Database;
using test::error_of;
using test::exists;
using test::Ids;
using test::migration;
using test::three;
using namespace std::chrono_literals;

/// The first of the three, alone.
std::vector<Migration> one() {
  return {three().front()};
}

TEST_CASE("every migration runs once, in order, and has its row") {
  Database database;
  const auto all = three();
  CHECK(migrate(database.connection, all) == Ids{"m1", "m2", "m3"});
  CHECK(migrate(database.connection, all) == Ids{});
  const auto now = status(database.connection, all);
  CHECK(now.is_current());
  CHECK(now.expected_head == "m3");
  CHECK(now.current_head == "m3");
  REQUIRE(now.applied.size() == 3);
  const auto& second = now.applied[1];
  CHECK(second.id == "m2");
  CHECK(second.parent == "m1");
  CHECK(second.position == 2);
  CHECK(second.digest == token_digest(all[1].up_sql));
  CHECK(second.model_digest == "model of m2");
  CHECK(second.duration > 0us);
  CHECK(second.duration < 60s);
  CHECK(second.applied_by == database.connection.query("SELECT session_user")[0][0]);
  CHECK_FALSE(second.tenon_version.empty());
  CHECK(second.applied_at.size() == std::string{"2026-02-03T04:05:06.789Z"}.size());
}

TEST_CASE("only what is new runs when there is more") {
  Database database;
  const auto all = three();
  CHECK(migrate(database.connection, std::span{all}.first(1)) == Ids{"m1"});
  const auto between = status(database.connection, all);
  CHECK(between.current_head == "m1");
  CHECK(between.pending == Ids{"m2", "m3"});
  CHECK(migrate(database.connection, all) == Ids{"m2", "m3"});
}

TEST_CASE("the status of an untouched database is that everything is pending, and writes nothing") {
  Database database;
  const auto now = status(database.connection, three());
  CHECK(now.pending == Ids{"m1", "m2", "m3"});
  CHECK(now.current_head == std::nullopt);
  CHECK_FALSE(exists(database, "tenon.migrations"));
}

TEST_CASE("a failed migration leaves the revision before it, and the error says all of it") {
  Database database;
  auto all = three();
  all[1].up_sql =
      "CREATE TABLE b (x int);\n\n-- a comment; with a semicolon\nCREATE INDEX bi ON b (y);\n";
  const auto error = error_of<MigrationError>([&] { migrate(database.connection, all); });
  CHECK(error.migration == "m2");
  CHECK(error.statement_number == 2);
  CHECK(error.sqlstate == "42703");
  CHECK_THAT(error.statement, Catch::Contains("CREATE INDEX bi ON b (y)"));
  CHECK_THAT(error.what(), Catch::Contains("m2") && Catch::Contains("statement 2, up.sql line 4") &&
                               Catch::Contains("column \"y\" does not exist") &&
                               Catch::Contains("the database is at revision m1"));
  CHECK(exists(database, "a"));
  CHECK_FALSE(exists(database, "b"));
  CHECK(status(database.connection, all).current_head == "m1");
  all[1].up_sql = "CREATE TABLE b (x int);";
  CHECK(migrate(database.connection, all) == Ids{"m2", "m3"});
}

TEST_CASE("a check that fails only at COMMIT rolls the migration back") {
  Database database;
  const std::vector all{migration(
      "m1", std::nullopt,
      "CREATE TABLE a (x int PRIMARY KEY, y int REFERENCES a DEFERRABLE INITIALLY DEFERRED);"
      "INSERT INTO a VALUES (1, 2);",
      "DROP TABLE a;")};
  const auto error = error_of<MigrationError>([&] { migrate(database.connection, all); });
  CHECK(error.statement == "COMMIT");
  CHECK(error.sqlstate == "23503");
  CHECK_FALSE(exists(database, "a"));
  CHECK(status(database.connection, all).applied.empty());
}

TEST_CASE("rows can be moved under deferred constraints, and the table altered after it") {
  Database database;
  const std::vector all{
      migration("m1", std::nullopt,
                "CREATE TABLE a (x int PRIMARY KEY, y int REFERENCES a DEFERRABLE INITIALLY "
                "DEFERRED);",
                "DROP TABLE a;"),
      migration("m2", "m1",
                "INSERT INTO a VALUES (1, 2);INSERT INTO a VALUES (2, 1);"
                "ALTER TABLE a ALTER y SET NOT NULL;",
                "ALTER TABLE a ALTER y DROP NOT NULL;")};
  CHECK(migrate(database.connection, all) == Ids{"m1", "m2"});
}

TEST_CASE("a migration that ends its transaction is refused, and not recorded") {
  for (const char* end : {"COMMIT;", "COMMIT;BEGIN;", "ROLLBACK;", "ROLLBACK;BEGIN;"}) {
    Database database;
    const std::vector all{
        migration("m1", std::nullopt, std::string{"CREATE TABLE a ();"} + end, "")};
    const auto error = error_of<MigrationError>([&] { migrate(database.connection, all); });
    CHECK_THAT(error.what(), Catch::Contains("must not have COMMIT"));
    CHECK(status(database.connection, all).applied.empty());
  }
}

TEST_CASE("a way back that ends its transaction is refused, and the migration stays recorded") {
  Database database;
  const std::vector all{
      migration("m1", std::nullopt, "CREATE TABLE a ();", "DROP TABLE a;COMMIT;BEGIN;")};
  migrate(database.connection, all);
  const auto error =
      error_of<MigrationError>([&] { down(database.connection, all, std::nullopt); });
  CHECK_THAT(error.what(), Catch::Contains("must not have COMMIT"));
  CHECK(status(database.connection, all).is_current());
}

TEST_CASE("a migration that was changed after it ran stops everything, by name") {
  Database database;
  auto all = three();
  migrate(database.connection, std::span{all}.first(2));
  all[0].up_sql = "CREATE TABLE a (x bigint);";
  const auto error = error_of<LedgerError>([&] { migrate(database.connection, all); });
  CHECK(error.migrations == Ids{"m1"});
  CHECK_THAT(error.what(), Catch::Contains("changed after it ran"));
  CHECK_FALSE(exists(database, "c"));
  CHECK(status(database.connection, all).changed == Ids{"m1"});
}

TEST_CASE("a comment or a line ending changed in an old migration is no change") {
  Database database;
  auto all = three();
  migrate(database.connection, all);
  all[1].up_sql = "-- a licence\r\nCREATE TABLE b (x int) ;\r\n\r\nCREATE INDEX bi\nON b (x);\r\n";
  CHECK(status(database.connection, all).is_current());
}

TEST_CASE("rows that nobody knows are told, and stop what is pending") {
  Database database;
  const auto all = three();
  migrate(database.connection, all);
  const auto old = std::span{all}.first(2);
  CHECK(status(database.connection, old).unknown == Ids{"m3"});
  // An older program beside a newer database has nothing to run, and that is no error.
  CHECK(migrate(database.connection, old) == Ids{});
  auto branch = std::vector(old.begin(), old.end());
  branch.push_back(migration("other", "m2", "CREATE TABLE d ();", ""));
  const auto error = error_of<LedgerError>([&] { migrate(database.connection, branch); });
  CHECK(error.migrations == Ids{"m3"});
  CHECK_FALSE(exists(database, "d"));
}

TEST_CASE("a pending migration in front of one that ran is refused, never skipped") {
  Database database;
  const auto all = three();
  migrate(database.connection, all);
  database.connection.execute("DELETE FROM tenon.migrations WHERE id = 'm2'");
  CHECK(status(database.connection, all).pending == Ids{"m2"});
  const auto error = error_of<LedgerError>([&] { migrate(database.connection, all); });
  CHECK(error.migrations == Ids{"m2"});
}

TEST_CASE("migrations that are no chain are refused") {
  Database database;
  auto all = three();
  all.erase(all.begin() + 1);
  CHECK(error_of<LedgerError>([&] { migrate(database.connection, all); }).migrations == Ids{"m3"});
  CHECK_FALSE(exists(database, "a"));
}

TEST_CASE("down goes back to a revision, and to before the first") {
  Database database;
  const auto all = three();
  migrate(database.connection, all);
  CHECK(down(database.connection, all, "m1") == Ids{"m3", "m2"});
  CHECK(exists(database, "a"));
  CHECK_FALSE(exists(database, "b"));
  CHECK(status(database.connection, all).current_head == "m1");
  CHECK(migrate(database.connection, all) == Ids{"m2", "m3"});
  CHECK(down(database.connection, all, std::nullopt) == Ids{"m3", "m2", "m1"});
  CHECK(status(database.connection, all).applied.empty());
  CHECK(down(database.connection, all, std::nullopt) == Ids{});
}

TEST_CASE("down to a revision that never ran is refused") {
  Database database;
  const auto all = three();
  migrate(database.connection, std::span{all}.first(1));
  CHECK(error_of<LedgerError>([&] { down(database.connection, all, "m2"); }).migrations ==
        Ids{"m2"});
  CHECK(exists(database, "a"));
}

TEST_CASE("progress is told before and after each migration, and before each statement") {
  using Event = Progress::Event;
  Database database;
  std::vector<std::string> told;
  MigrateOptions options;
  options.progress = [&](const Progress& progress) {
    const auto place = progress.migration.id + " " + std::to_string(progress.number) + "/" +
                       std::to_string(progress.total);
    if (progress.event == Event::migration_begins) told.push_back(place);
    if (progress.event == Event::statement_begins)
      told.push_back(place + " statement " + std::to_string(progress.statement->number));
    if (progress.event == Event::migration_ends) {
      told.push_back(place + " done");
      CHECK(progress.elapsed > 0us);
    }
  };
  const auto all = three();
  migrate(database.connection, std::span{all}.first(2), options);
  CHECK(told == Ids{"m1 1/2", "m1 1/2 statement 1", "m1 1/2 done", "m2 2/2", "m2 2/2 statement 1",
                    "m2 2/2 statement 2", "m2 2/2 done"});
}

TEST_CASE("two migrators at once run everything once") {
  Database database;
  const auto all = three();
  Ids first;
  Ids second;
  {
    std::jthread here{[&] {
      Connection connection{database.scratch.url()};
      first = migrate(connection, all);
    }};
    std::jthread there{[&] {
      Connection connection{database.scratch.url()};
      second = migrate(connection, all);
    }};
  }
  CHECK(first.size() + second.size() == 3);
  CHECK(status(database.connection, all).is_current());
}

TEST_CASE("a migrator that waits too long says who is at work, and runs nothing") {
  Database database;
  Connection other{database.scratch.url()};
  other.execute("SET application_name = 'the other one'");
  MigrateOptions options;
  options.patience = 50ms;
  options.progress = [&](const Progress&) {
    const auto error = error_of<LockError>([&] { migrate(database.connection, three(), options); });
    CHECK_THAT(error.what(),
               Catch::Contains("the other one") && Catch::Contains("nothing was run"));
  };
  migrate(other, one(), options);
  options.progress = nullptr;
  CHECK(migrate(database.connection, three(), options) == Ids{"m2", "m3"});
}

TEST_CASE("a text that is no statement does not count as run") {
  Database database;
  auto all = one();
  all[0].up_sql = "CREATE TABLE a (); nonsense;";
  CHECK_THROWS_WITH(migrate(database.connection, all),
                    Catch::Contains("m1") && Catch::Contains("a part of the text is no statement"));
  CHECK_FALSE(exists(database, "a"));
  CHECK(status(database.connection, {}).applied.empty());
}

TEST_CASE("the lock is given back after a failure") {
  Database database;
  auto all = three();
  all[0].up_sql = "CREATE TABLE a (x nonsense);";
  CHECK_THROWS(migrate(database.connection, all));
  Connection other{database.scratch.url()};
  MigrateOptions options;
  options.patience = 0ms;
  CHECK(migrate(other, three(), options).size() == 3);
}

TEST_CASE("a table that is in use is waited for, again and again, and then given up") {
  Database database;
  auto all = three();
  all[1].up_sql = "ALTER TABLE a ADD y int;";
  migrate(database.connection, std::span{all}.first(1));
  Connection user{database.scratch.url()};
  user.execute("BEGIN; SELECT * FROM a");
  MigrateOptions options;
  options.lock_timeout = 20ms;
  options.attempts = 2;
  const auto error = error_of<MigrationError>([&] { migrate(database.connection, all, options); });
  CHECK(error.sqlstate == "55P03");
  options.attempts = 20;
  std::jthread later{[&] {
    std::this_thread::sleep_for(300ms);
    user.execute("COMMIT");
  }};
  CHECK(migrate(database.connection, all, options) == Ids{"m2", "m3"});
}

TEST_CASE("a migration runs with public as its search path whatever the session has") {
  Database database{"CREATE SCHEMA s"};
  database.connection.execute("SET search_path = s");
  migrate(database.connection, one());
  CHECK(exists(database, "public.a"));
  CHECK(database.connection.query("SHOW search_path")[0][0] == "s");
}

}  // namespace
}  // namespace tenon
