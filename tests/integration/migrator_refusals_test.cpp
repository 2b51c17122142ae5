// Where the migrator does nothing, and says why.
#include "made_migrations.hpp"

#include <support/catch.hpp>
#include <support/server.hpp>
#include <tenon/runtime/migrator.hpp>
#include <tenon/runtime/status.hpp>

#include <chrono>
#include <stop_token>
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

/// A connection as a role that owns nothing and was granted `grants`.
Connection visitor(Database& database, const std::string& grants = "") {
  database.connection.execute(
      "DO $$ BEGIN CREATE ROLE visitor; EXCEPTION WHEN duplicate_object THEN NULL; END $$;" +
      grants);
  Connection connection{database.scratch.url()};
  connection.execute("SET ROLE visitor");
  return connection;
}

TEST_CASE("a role that may not create the ledger is told what to grant, and nothing is run") {
  Database database;
  Connection connection = visitor(database);
  const auto error = error_of<DatabaseError>([&] { migrate(connection, three()); });
  CHECK(error.sqlstate == "42501");
  CHECK_THAT(error.what(), Catch::Contains("GRANT CREATE ON DATABASE"));
  CHECK_FALSE(exists(database, "a"));
  CHECK(status(database.connection, three()).applied.empty());
}

TEST_CASE("a role that may not read the ledger is an error, never an empty ledger") {
  Database database;
  migrate(database.connection, three());
  Connection connection = visitor(database);
  CHECK(error_of<DatabaseError>([&] { (void)status(connection, three()); }).sqlstate == "42501");
}

TEST_CASE("row level security on the ledger is an error, never an empty ledger") {
  Database database;
  migrate(database.connection, three());
  Connection connection = visitor(database,
                                  "ALTER TABLE tenon.migrations ENABLE ROW LEVEL SECURITY;"
                                  "GRANT USAGE ON SCHEMA tenon TO visitor;"
                                  "GRANT SELECT ON ALL TABLES IN SCHEMA tenon TO visitor");
  CHECK(connection.query("SELECT count(*) FROM tenon.migrations")[0][0] == "0");
  const auto error = error_of<DatabaseError>([&] { (void)status(connection, three()); });
  CHECK_THAT(error.what(), Catch::Contains("row-level security"));
  CHECK_THROWS(migrate(connection, three()));
}

TEST_CASE("a session whose transactions are read-only is refused before anything runs") {
  Database database;
  database.connection.execute("SET default_transaction_read_only = on");
  const auto error = error_of<RefusedError>([&] { migrate(database.connection, three()); });
  CHECK_THAT(error.what(), Catch::Contains("default_transaction_read_only"));
  database.connection.execute("RESET default_transaction_read_only");
  CHECK(migrate(database.connection, three()).size() == 3);
  database.connection.execute("SET default_transaction_read_only = on");
  CHECK(status(database.connection, three()).is_current());
  CHECK(migrate(database.connection, three()).empty());
}

TEST_CASE("a ledger that a newer Tenon wrote is refused") {
  Database database;
  migrate(database.connection, std::vector{three()[0]});
  database.connection.execute("INSERT INTO tenon.revisions (id) VALUES ('20990101_000099_more')");
  for (const auto& action :
       std::vector<std::function<void()>>{[&] { migrate(database.connection, three()); },
                                          [&] { down(database.connection, three(), std::nullopt); },
                                          [&] { (void)status(database.connection, three()); }})
    CHECK_THAT(error_of<LedgerError>(action).what(),
               Catch::Contains("newer Tenon") && Catch::Contains("20990101_000099_more"));
  CHECK_FALSE(exists(database, "b"));
}

TEST_CASE("the first ledger is read as it is, and brought up to date by the next migration") {
  Database database;
  const auto all = three();
  migrate(database.connection, std::span{all}.first(1));
  database.connection.execute("DROP TABLE tenon.steps, tenon.revisions; DROP TYPE tenon.direction");
  CHECK(status(database.connection, all).current_head == "m1");
  CHECK(database.connection.query("SELECT to_regclass('tenon.steps')")[0][0] == std::nullopt);
  CHECK(migrate(database.connection, all) == Ids{"m2", "m3"});
  CHECK(database.connection.query("SELECT count(*) FROM tenon.revisions")[0][0] == "2");
  CHECK(status(database.connection, all).is_current());
}

TEST_CASE("migrations run up to the one that is asked for") {
  Database database;
  MigrateOptions options;
  options.to = "m2";
  CHECK(migrate(database.connection, three(), options) == Ids{"m1", "m2"});
  CHECK(migrate(database.connection, three(), options).empty());
  options.to = "m1";
  CHECK(migrate(database.connection, three(), options).empty());
  options.to = "m9";
  CHECK_THROWS_WITH(migrate(database.connection, three(), options),
                    Catch::Contains("m9 is not among the migrations"));
}

TEST_CASE("a stop cancels the statement that runs, and the database says where it is") {
  Database database;
  auto all = three();
  all[1].up_sql = "CREATE TABLE b (x int);\nINSERT INTO b SELECT 1 FROM pg_sleep(60);";
  std::stop_source stop;
  MigrateOptions options;
  options.stop = stop.get_token();
  options.progress = [&](const Progress& progress) {
    if (progress.event == Progress::Event::statement_goes_on) stop.request_stop();
  };
  const auto start = std::chrono::steady_clock::now();
  const auto error = error_of<Cancelled>([&] { migrate(database.connection, all, options); });
  CHECK(std::chrono::steady_clock::now() - start < 30s);
  CHECK_THAT(error.what(), Catch::Contains("the database is at revision m1"));
  CHECK_FALSE(exists(database, "b"));
  CHECK(status(database.connection, all).current_head == "m1");
  CHECK(migrate(database.connection, three()) == Ids{"m2", "m3"});
}

TEST_CASE("a stop ends the wait for another migrator") {
  Database database;
  Connection other{database.scratch.url()};
  const MigratorLock lock{other, 0ms};
  std::stop_source stop;
  MigrateOptions options;
  options.stop = stop.get_token();
  std::jthread later{[&] {
    std::this_thread::sleep_for(100ms);
    stop.request_stop();
  }};
  const auto error = error_of<Cancelled>([&] { migrate(database.connection, three(), options); });
  CHECK_THAT(error.what(), Catch::Contains("nothing was run"));
}

TEST_CASE("a statement may be given no more than some time") {
  Database database;
  auto all = three();
  all[1].up_sql = "SELECT pg_sleep(60);";
  MigrateOptions options;
  options.statement_timeout = 50ms;
  const auto error = error_of<MigrationError>([&] { migrate(database.connection, all, options); });
  CHECK(error.sqlstate == "57014");
  CHECK(error.migration == "m2");
}

TEST_CASE("a connection that is lost is no failed statement") {
  Database database;
  auto all = three();
  all[1].up_sql = "CREATE TABLE b (x int);\nSELECT pg_terminate_backend(pg_backend_pid());";
  const auto error = error_of<ConnectionError>([&] { migrate(database.scratch.url(), all); });
  CHECK(error.migration == "m2");
  CHECK(error.statement_number == 2);
  CHECK(error.line == 2);
  CHECK_THAT(error.what(), Catch::Contains("the connection was lost while migration m2 ran"));
  CHECK_FALSE(exists(database, "b"));
  CHECK(status(database.connection, all).current_head == "m1");
}

TEST_CASE("all that is thrown is of one family") {
  Database database;
  auto all = three();
  all[1].up_sql = "nonsense";
  CHECK_THROWS_AS(migrate(database.connection, all), Error);
  CHECK_THROWS_AS(migrate("host=/nowhere password=hunter2", all), Error);
  CHECK_THROWS_WITH(migrate("host=/nowhere password=hunter2", all), !Catch::Contains("hunter2"));
  std::swap(all[0], all[2]);
  CHECK_THROWS_AS(migrate(database.connection, all), Error);
}

}  // namespace
}  // namespace tenon
