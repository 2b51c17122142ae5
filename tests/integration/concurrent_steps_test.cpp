// Steps that run in no transaction: recorded one by one, and gone on with after an interruption.
#include "made_migrations.hpp"

#include <support/catch.hpp>
#include <support/server.hpp>
#include <tenon/runtime/migrator.hpp>
#include <tenon/runtime/status.hpp>

#include <chrono>
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
using namespace std::chrono_literals;

/// A table, and a migration of three steps that builds a unique index on it.
std::vector<Migration> two() {
  return {migration("m1", std::nullopt, "CREATE TABLE a (x int);", "DROP TABLE a;"),
          migration("m2", "m1",
                    "ALTER TABLE a ADD y int;\n"
                    "CREATE UNIQUE INDEX CONCURRENTLY ax ON a USING btree (x);\n"
                    "COMMENT ON INDEX ax IS 'built';",
                    "ALTER TABLE a DROP y;\nDROP INDEX CONCURRENTLY ax;")};
}

struct Table : Database {
  std::vector<Migration> all = two();

  Table() { migrate(connection, std::span{all}.first(1)); }

  Value one(const std::string& query) { return connection.query(query).at(0).at(0); }
  Value index_is_valid() {
    const Rows rows =
        connection.query("SELECT indisvalid FROM pg_index WHERE indexrelid = to_regclass('ax')");
    return rows.empty() ? Value{} : rows[0][0];
  }
};

TEST_CASE("a file is cut at what runs in no transaction") {
  const Migration made =
      migration("m", std::nullopt,
                "CREATE TABLE \"concurrently\" (x int);\n"
                "INSERT INTO \"concurrently\" VALUES (1);\n"
                "-- a step of its own\nCREATE UNIQUE INDEX CONCURRENTLY i ON a (x);\n"
                "DROP INDEX \"concurrently\";\n"
                "drop index\n  concurrently s.j;\n"
                "SELECT 'create index concurrently';",
                "");
  const auto steps = steps_of(made, Direction::up);
  std::vector<std::size_t> sizes;
  std::vector<bool> in_transaction;
  for (const MigrationStep& step : steps) {
    sizes.push_back(step.statements.size());
    in_transaction.push_back(step.in_transaction);
  }
  CHECK(sizes == std::vector<std::size_t>{2, 1, 1, 1, 1});
  CHECK(in_transaction == std::vector{true, false, true, false, true});
  CHECK(steps[1].statements[0].line == 4);
  CHECK(steps[3].statements[0].number == 5);
  CHECK(steps_of(made, Direction::down).size() == 1);
}

TEST_CASE("each step of a migration has its row, and the migration has one with the last") {
  Table table;
  CHECK(migrate(table.connection, table.all) == Ids{"m2"});
  CHECK(table.index_is_valid() == "t");
  CHECK(table.one("SELECT obj_description('ax'::regclass)") == "built");
  const Status now = status(table.connection, table.all);
  CHECK(now.is_current());
  REQUIRE(now.steps.size() == 3);
  for (std::size_t i = 0; i < 3; ++i) {
    CHECK(now.steps[i].migration == "m2");
    CHECK(now.steps[i].number == i + 1);
    CHECK(now.steps[i].duration.has_value());
    CHECK_FALSE(now.steps[i].digest.empty());
  }
  CHECK(down(table.connection, table.all, "m1") == Ids{"m2"});
  CHECK_FALSE(table.index_is_valid());
  CHECK(status(table.connection, table.all).steps.empty());
  CHECK(migrate(table.connection, table.all) == Ids{"m2"});
}

TEST_CASE("a build that fails leaves no index, keeps the steps before, and goes on when it can") {
  Table table;
  table.connection.execute("INSERT INTO a VALUES (1), (1)");
  const auto error = error_of<MigrationError>([&] { migrate(table.connection, table.all); });
  CHECK(error.migration == "m2");
  CHECK(error.statement_number == 2);
  CHECK(error.line == 2);
  CHECK(error.sqlstate == "23505");
  CHECK_THAT(error.what(), Catch::Contains("the database is at revision m1 and 1 steps up in m2") &&
                               !Catch::Contains("rolled back"));
  CHECK_FALSE(table.index_is_valid());
  const Status between = status(table.connection, table.all);
  CHECK_FALSE(between.is_current());
  REQUIRE(between.interrupted);
  CHECK(between.interrupted->id == "m2");
  CHECK(between.interrupted->steps_done == 1);
  CHECK(between.pending == Ids{"m2"});

  table.connection.execute("DELETE FROM a");
  CHECK(migrate(table.connection, table.all) == Ids{"m2"});
  CHECK(table.index_is_valid() == "t");
  CHECK(status(table.connection, table.all).is_current());
}

// What a crash in the middle of the build leaves: the step begun, the index invalid.
void crash_in_build(Table& table) {
  table.connection.execute("INSERT INTO a VALUES (1), (1)");
  CHECK_THROWS(migrate(table.connection, table.all));
  CHECK_THROWS(table.connection.execute("CREATE UNIQUE INDEX CONCURRENTLY ax ON a (x)"));
  table.connection.execute("DELETE FROM a");
  REQUIRE(table.index_is_valid() == "f");
}

TEST_CASE("an invalid index that a crash left is dropped and built again") {
  Table table;
  crash_in_build(table);
  CHECK(migrate(table.connection, table.all) == Ids{"m2"});
  CHECK(table.index_is_valid() == "t");
}

TEST_CASE("a build that ended without being recorded is not done again") {
  Table table;
  crash_in_build(table);
  table.connection.execute("DROP INDEX ax; CREATE UNIQUE INDEX ax ON a (x)");
  const Value before = table.one("SELECT 'ax'::regclass::oid");
  CHECK(migrate(table.connection, table.all) == Ids{"m2"});
  CHECK(table.one("SELECT 'ax'::regclass::oid") == before);
}

TEST_CASE("an index that somebody else made is neither taken nor dropped") {
  Table table;
  table.connection.execute("INSERT INTO a VALUES (1), (1)");
  CHECK_THROWS(table.connection.execute("CREATE UNIQUE INDEX CONCURRENTLY ax ON a (x)"));
  const auto error = error_of<MigrationError>([&] { migrate(table.connection, table.all); });
  CHECK(error.sqlstate == "42P07");
  CHECK(table.index_is_valid() == "f");
}

TEST_CASE("a drop that ended without being recorded is not done again") {
  Table table;
  table.all[1].down_sql = "DROP INDEX CONCURRENTLY ax; ALTER TABLE a DROP y;";
  migrate(table.connection, table.all);
  Connection reader{table.scratch.url()};
  reader.execute("BEGIN; SELECT * FROM a");
  MigrateOptions options;
  options.build_lock_timeout = 100ms;
  CHECK_THROWS(down(table.connection, table.all, "m1", options));
  const Status between = status(table.connection, table.all);
  REQUIRE(between.interrupted);
  CHECK(between.interrupted->direction == Direction::down);
  CHECK(between.interrupted->steps_done == 0);
  reader.execute("COMMIT");
  CHECK_THROWS_WITH(migrate(table.connection, table.all),
                    Catch::Contains("m2 was interrupted on its way down"));
  table.connection.execute("DROP INDEX ax");
  CHECK(down(table.connection, table.all, "m1") == Ids{"m2"});
  CHECK(status(table.connection, table.all).current_head == "m1");
}

TEST_CASE("a migration that was interrupted on its way up is not taken back") {
  Table table;
  crash_in_build(table);
  CHECK_THROWS_WITH(
      down(table.connection, table.all, std::nullopt),
      Catch::Contains("m2 was interrupted on its way up") && Catch::Contains("tenon up"));
  CHECK(exists(table, "a"));
}

TEST_CASE("a step that was changed after it ran stops the rest, by name") {
  Table table;
  crash_in_build(table);
  auto changed = table.all;
  changed[1].up_sql.replace(changed[1].up_sql.find("y int"), 5, "y text");
  CHECK_THROWS_WITH(migrate(table.connection, changed),
                    Catch::Contains("m2 was changed after step 1"));
  auto gone = table.all;
  gone.pop_back();
  CHECK_THROWS_WITH(migrate(table.connection, gone),
                    Catch::Contains("m2 was interrupted in this database"));
}

TEST_CASE("an application's session has its settings again after a concurrent step") {
  Table table;
  table.connection.execute("SET lock_timeout = '7s'; SET search_path = pg_catalog");
  migrate(table.connection, table.all);
  CHECK(table.one("SHOW lock_timeout") == "7s");
  CHECK(table.one("SHOW search_path") == "pg_catalog");
}

TEST_CASE("a build waits for an older transaction, says for whom, and blocks no writer") {
  Table table;
  Connection reader{table.scratch.url()};
  reader.execute("BEGIN ISOLATION LEVEL REPEATABLE READ; SELECT * FROM a");
  const auto pid = std::stoll(*reader.query("SELECT pg_backend_pid()")[0][0]);
  std::jthread end;
  std::vector<IndexBuild> told;
  MigrateOptions options;
  options.lock_timeout = 10ms;
  auto all = two();
  all[1].up_sql = "CREATE INDEX CONCURRENTLY ax ON a (x);";
  options.progress = [&](const Progress& progress) {
    if (progress.event != Progress::Event::statement_goes_on || !progress.index_build) return;
    told.push_back(*progress.index_build);
    Connection writer{table.scratch.url()};
    writer.execute("SET lock_timeout = '1s'; INSERT INTO a VALUES (1)");
    if (!end.joinable()) end = std::jthread{[&] { reader.execute("COMMIT"); }};
  };
  CHECK(migrate(table.connection, all, options) == Ids{"m2"});
  REQUIRE_FALSE(told.empty());
  CHECK_THAT(told[0].phase, Catch::Contains("waiting"));
  CHECK(told[0].waits_for == pid);
  CHECK(table.index_is_valid() == "t");
}

}  // namespace
}  // namespace tenon
