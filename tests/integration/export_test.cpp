// The exported script, run by psql as a person would.
#include "made_migrations.hpp"

#include <support/catch.hpp>
#include <support/run_program.hpp>
#include <support/server.hpp>
#include <support/temporary_folder.hpp>
#include <tenon/runtime/export_script.hpp>
#include <tenon/runtime/migrator.hpp>
#include <tenon/runtime/status.hpp>

#include <fstream>
#include <string>
#include <vector>

namespace tenon {
namespace {

using test::Database;
using test::exists;
using test::migration;
using test::three;

/// Three migrations, the second of which has an enum label that the third uses and an index that is
/// built in no transaction.
std::vector<Migration> made() {
  return {
      migration("m1", std::nullopt,
                "CREATE TYPE e AS ENUM ('x');\nCREATE TABLE a (e e, x int);\n"
                "INSERT INTO a VALUES ('x', 1);\n"
                "CREATE FUNCTION f() RETURNS text LANGUAGE sql AS $tenon$ SELECT 'it''s' $tenon$;",
                ""),
      migration("m2", "m1",
                "ALTER TYPE e ADD VALUE 'y';\nCREATE UNIQUE INDEX CONCURRENTLY ax ON a (x);\n"
                "COMMENT ON INDEX ax IS 'made';",
                ""),
      migration("m3", "m2", "ALTER TABLE a ALTER e SET DEFAULT 'y';\nALTER INDEX ax RENAME TO ay;",
                "")};
}

test::Outcome run(const Database& database, const std::vector<Migration>& migrations) {
  const test::TemporaryFolder folder;
  std::ofstream{folder.path() / "release.sql"} << export_script(migrations);
  return test::run_program("psql -X -q -v ON_ERROR_STOP=1 -f " +
                           test::quoted((folder.path() / "release.sql").string()) + " " +
                           test::quoted(database.scratch.url()));
}

TEST_CASE("the script brings an empty database to the head, and again does nothing") {
  Database database;
  const auto first = run(database, made());
  INFO(first.output);
  REQUIRE(first.status == 0);
  const Status now = status(database.connection, made());
  CHECK(now.is_current());
  CHECK(now.applied.size() == 3);
  CHECK_FALSE(now.applied.front().is_stamped());
  CHECK(now.steps.size() == 3);
  const auto again = run(database, made());
  INFO(again.output);
  CHECK(again.status == 0);
  CHECK(database.connection.query("SELECT count(*) FROM a")[0][0] == "1");
  CHECK(exists(database, "ay"));
  CHECK_FALSE(exists(database, "ax"));
  CHECK(migrate(database.connection, made()).empty());
}

TEST_CASE("the script goes on where the migrator was, and the migrator where the script was") {
  Database database;
  migrate(database.connection, std::vector{made()[0]});
  CHECK(run(database, made()).status == 0);
  CHECK(status(database.connection, made()).is_current());
  Database other;
  CHECK(run(other, {made()[0]}).status == 0);
  CHECK(migrate(other.connection, made()) == test::Ids{"m2", "m3"});
}

TEST_CASE("a script that fails leaves the revision or step before it") {
  Database database;
  migrate(database.connection, std::vector{made()[0]});
  database.connection.execute("INSERT INTO a VALUES ('x', 1)");
  const auto failed = run(database, made());
  CHECK(failed.status == 3);
  CHECK_THAT(failed.output, Catch::Contains("could not create unique index"));
  CHECK(status(database.connection, made()).interrupted->steps_done == 1);
  database.connection.execute("DELETE FROM a");
  const auto again = run(database, made());
  INFO(again.output);
  CHECK(again.status == 0);
  CHECK(status(database.connection, made()).is_current());
}

TEST_CASE("the script refuses a migration that was changed after it ran") {
  Database database;
  migrate(database.connection, three());
  auto changed = three();
  changed[1].up_sql += "CREATE TABLE more ();";
  const auto refused = run(database, changed);
  CHECK(refused.status == 3);
  CHECK_THAT(refused.output, Catch::Contains("m2 was changed after it ran"));
}

TEST_CASE("the script does not run beside a migrator, nor on a newer ledger") {
  Database database;
  {
    const MigratorLock lock{database.connection, std::chrono::milliseconds{0}};
    const auto refused = run(database, made());
    CHECK(refused.status == 3);
    CHECK_THAT(refused.output, Catch::Contains("another migrator is at work"));
  }
  CHECK(run(database, {made()[0]}).status == 0);
  database.connection.execute("INSERT INTO tenon.revisions (id) VALUES ('later')");
  const auto refused = run(database, made());
  CHECK(refused.status == 3);
  CHECK_THAT(refused.output, Catch::Contains("newer Tenon"));
}

}  // namespace
}  // namespace tenon
