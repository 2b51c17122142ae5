// A rehearsal runs everything and leaves nothing.
#include "made_migrations.hpp"

#include <support/catch.hpp>
#include <support/server.hpp>
#include <tenon/runtime/migrator.hpp>
#include <tenon/runtime/rehearse.hpp>
#include <tenon/runtime/status.hpp>

#include <string>
#include <vector>

namespace tenon {
namespace {

using test::Database;
using test::error_of;
using test::exists;
using test::Ids;
using test::migration;
using test::three;

Ids lines_left_out(const Rehearsal& rehearsal) {
  Ids lines;
  for (const NotRehearsed& left : rehearsal.not_rehearsed)
    lines.push_back(left.migration + ":" + std::to_string(left.statement.line));
  return lines;
}

TEST_CASE("a rehearsal leaves no table and no ledger") {
  Database database;
  const Rehearsal rehearsal = rehearse(database.connection, three());
  CHECK(rehearsal.ran == Ids{"m1", "m2", "m3"});
  CHECK(rehearsal.not_rehearsed.empty());
  CHECK_FALSE(exists(database, "a"));
  CHECK(database.connection.query("SELECT to_regnamespace('tenon')")[0][0] == std::nullopt);
  CHECK(migrate(database.connection, three()).size() == 3);
  CHECK(rehearse(database.connection, three()).ran.empty());
}

TEST_CASE("a rehearsal fails where the migration would, and leaves nothing then either") {
  Database database;
  auto all = three();
  all[2].up_sql = "CREATE TABLE c (x int);\nINSERT INTO c VALUES (1/0);";
  const auto error = error_of<MigrationError>([&] { (void)rehearse(database.connection, all); });
  CHECK(error.migration == "m3");
  CHECK(error.sqlstate == "22012");
  CHECK(error.line == 2);
  CHECK_FALSE(exists(database, "a"));
  CHECK(rehearse(database.connection, std::span{all}.first(2)).ran.size() == 2);
}

TEST_CASE("the way back is rehearsed as well") {
  Database database;
  migrate(database.connection, three());
  const Rehearsal rehearsal = rehearse_down(database.connection, three(), "m1");
  CHECK(rehearsal.ran == Ids{"m3", "m2"});
  CHECK(status(database.connection, three()).is_current());
  CHECK(exists(database, "c"));
}

TEST_CASE("what can be in no transaction is left out of a rehearsal, with what speaks of it") {
  Database database;
  const std::vector all{
      migration("m1", std::nullopt,
                "CREATE TABLE a (x int);\nCREATE INDEX CONCURRENTLY ax ON a (x);\n"
                "ALTER INDEX ax RENAME TO ay;\nALTER TABLE a ADD y int;",
                "DROP TABLE a;"),
      migration("m2", "m1", "ALTER TABLE a DROP y;", "ALTER TABLE a ADD y int;")};
  const Rehearsal rehearsal = rehearse(database.connection, all);
  CHECK(rehearsal.ran == Ids{"m1", "m2"});
  CHECK(lines_left_out(rehearsal) == Ids{"m1:2", "m1:3"});
  CHECK_THAT(rehearsal.not_rehearsed[0].why, Catch::Contains("no transaction"));
  CHECK(migrate(database.connection, all) == Ids{"m1", "m2"});
}

TEST_CASE("what needs the COMMIT before it is left out of a rehearsal") {
  Database database{"CREATE TYPE e AS ENUM ('x'); CREATE TABLE a (e e)"};
  const std::vector all{
      migration("m1", std::nullopt, "ALTER TYPE e ADD VALUE 'y';", ""),
      migration("m2", "m1", "CREATE TABLE b (x int);\nALTER TABLE a ALTER e SET DEFAULT 'y';", ""),
      migration("m3", "m2", "CREATE TABLE c (x int);", "")};
  const Rehearsal rehearsal = rehearse(database.connection, all);
  CHECK(rehearsal.ran == Ids{"m1", "m2", "m3"});
  CHECK(lines_left_out(rehearsal) == Ids{"m2:1", "m2:2", "m3:1"});
  CHECK(migrate(database.connection, all).size() == 3);
}

TEST_CASE("a migration that began is rehearsed from where it is") {
  Database database;
  const std::vector all{migration("m1", std::nullopt,
                                  "CREATE TABLE a (x int);\nINSERT INTO a VALUES (1), (1);\n"
                                  "CREATE UNIQUE INDEX CONCURRENTLY ax ON a (x);\n"
                                  "ALTER TABLE a ADD y int;",
                                  "DROP TABLE a;")};
  CHECK_THROWS(migrate(database.connection, all));
  CHECK(lines_left_out(rehearse(database.connection, all)) == Ids{"m1:3"});
}

}  // namespace
}  // namespace tenon
