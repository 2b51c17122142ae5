// Squashes of migrations that have all run, in databases where they have no row yet.
#include "made_migrations.hpp"

#include <support/catch.hpp>
#include <support/server.hpp>
#include <tenon/history/replaced.hpp>
#include <tenon/runtime/migrator.hpp>
#include <tenon/runtime/rehearse.hpp>
#include <tenon/runtime/run_plan.hpp>

#include <chrono>

namespace tenon {
namespace {

using test::Database;
using test::Ids;
using test::migration;
using test::three;
using namespace std::chrono_literals;

Migration squash_of_all(const std::vector<Migration>& migrations, Migration made) {
  for (const Migration& one : migrations) made.replaces.push_back(as_replaced(one));
  return made;
}

TEST_CASE("a way back of a squash that was interrupted is seen, though it had no row before") {
  Database database;
  const Migration first = migration("m1", std::nullopt, "CREATE TABLE a (x int);", "DROP TABLE a;");
  const std::vector<Migration> old = {
      migration("m2", "m1", "CREATE INDEX CONCURRENTLY ax ON a (x);",
                "DROP INDEX CONCURRENTLY ax;"),
      migration("m3", "m2", "ALTER TABLE a ADD y int;", "ALTER TABLE a DROP y;")};
  migrate(database.connection, std::vector{first, old[0], old[1]});
  const std::vector<Migration> squashed = {
      first, squash_of_all(old, migration("s", "m1",
                                          "ALTER TABLE a ADD y int;\n"
                                          "CREATE INDEX CONCURRENTLY ax ON a (x);",
                                          "ALTER TABLE a DROP y;\nDROP INDEX CONCURRENTLY ax;"))};
  // A reader for whom the index must not go, once the first step is done.
  Connection reader{database.scratch.url()};
  MigrateOptions options;
  options.build_lock_timeout = 100ms;
  options.progress = [&](const Progress& progress) {
    if (progress.statement != nullptr && progress.statement->text.starts_with("DROP INDEX"))
      reader.execute("BEGIN; LOCK TABLE a IN ACCESS SHARE MODE");
  };
  CHECK_THROWS(down(database.connection, squashed, "m1", options));
  reader.execute("COMMIT");

  const Status between = status(database.connection, squashed);
  REQUIRE(between.interrupted);
  CHECK(between.interrupted->id == "s");
  CHECK(between.interrupted->direction == Direction::down);
  CHECK(between.interrupted->steps_done == 1);
  CHECK_FALSE(between.is_current());
  CHECK_THROWS_WITH(migrate(database.connection, squashed),
                    Catch::Contains("s was interrupted on its way down"));
  CHECK(down(database.connection, squashed, "m1") == Ids{"s"});
  CHECK(status(database.connection, squashed).current_head == "m1");
  CHECK(migrate(database.connection, squashed) == Ids{"s"});
}

TEST_CASE("a squash behind the last migration that is wanted is not recorded") {
  Database database;
  const std::vector<Migration> all = three();
  migrate(database.connection, all);
  auto both = std::vector{squash_of_all({all[0]}, all[0]), squash_of_all({all[1], all[2]}, all[1])};
  both[0].id = "first";
  both[1].id = "rest";
  MigrateOptions options;
  options.to = "first";
  const auto recorded_by = [](const RunPlan& plan) {
    Ids ids;
    for (const Migration* squash : plan.recorded) ids.push_back(squash->id);
    return ids;
  };
  CHECK(recorded_by(plan_up(database.connection, both, "first")) == Ids{"first"});
  CHECK(recorded_by(plan_up(database.connection, both)) == Ids{"first", "rest"});
  CHECK(recorded_by(plan_down(database.connection, both, "first")) == Ids{"rest"});
  CHECK(rehearse(database.connection, both, options).recorded == Ids{"first"});
  migrate(database.connection, both, options);
  CHECK(status(database.connection, both).replaced == Ids{"rest"});
  migrate(database.connection, both);
  CHECK(status(database.connection, both).replaced.empty());
}

}  // namespace
}  // namespace tenon
