// The whole schema at once, in databases that are there for it.
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
using test::exists;
using test::migration;

// The label of the second is used by the third, as no single transaction could.
std::vector<Migration> history() {
  return {migration("m1", std::nullopt,
                    "CREATE TYPE mood AS ENUM ('sad'); CREATE TABLE people (feels mood);",
                    "DROP TABLE people; DROP TYPE mood;"),
          migration("m2", "m1", "ALTER TYPE mood ADD VALUE 'happy';", ""),
          migration("m3", "m2", "ALTER TABLE people ALTER COLUMN feels SET DEFAULT 'happy';", "")};
}

const ExpectedCatalog& catalog() {
  static const auto made = testing::replay(history(), test::server());
  return made;
}

void unmark(Database& database) {
  const auto name =
      not_null(database.connection.query("SELECT quote_ident(current_database())")[0][0]);
  database.connection.execute("COMMENT ON DATABASE " + name + " IS 'people live here'");
}

TEST_CASE("create_all leaves a scratch database at the head, so that everybody agrees") {
  Database database;
  create_all(database.connection, history(), catalog());
  CHECK(status(database.connection, history()).is_current());
  const auto found = health(database.connection, history(), {.expected_catalog = &catalog()});
  CHECK(found.status == Health::Status::ok);
  CHECK(migrate(database.connection, history()).empty());
  database.connection.execute("INSERT INTO people DEFAULT VALUES");
}

TEST_CASE("create_all refuses a database that is not marked, unless the caller answers for it") {
  Database database;
  unmark(database);
  const auto error =
      error_of<RefusedError>([&] { create_all(database.connection, history(), catalog()); });
  CHECK_THAT(error.what(), Catch::Contains("migrate()") && Catch::Contains("COMMENT ON DATABASE"));
  CHECK_FALSE(exists(database, "people"));
  CHECK_FALSE(exists(database, "tenon.migrations"));
  create_all(database.connection, history(), catalog(), {.purpose = CreateAllOptions::testing});
  CHECK(exists(database, "people"));
}

TEST_CASE("create_all refuses a database that has objects, whoever answers for it") {
  Database database{"CREATE VIEW old AS SELECT 1 AS x"};
  const auto purpose = GENERATE(CreateAllOptions::in_scratch, CreateAllOptions::testing);
  const auto error = error_of<RefusedError>(
      [&] { create_all(database.connection, history(), catalog(), {.purpose = purpose}); });
  CHECK_THAT(error.what(), Catch::Contains("view old"));
  CHECK_FALSE(exists(database, "people"));
}

TEST_CASE("create_all refuses a catalog that is missing or of other migrations") {
  Database database;
  ExpectedCatalog none;
  none.missing_because = "it rained";
  CHECK_THROWS_AS(create_all(database.connection, history(), none), RefusedError);
  auto more = history();
  more.push_back(migration("m4", "m3", "CREATE TABLE more ();", "DROP TABLE more;"));
  const auto error =
      error_of<RefusedError>([&] { create_all(database.connection, more, catalog()); });
  CHECK_THAT(error.what(), Catch::Contains("m3") && Catch::Contains("m4"));
  CHECK_FALSE(exists(database, "people"));
}

TEST_CASE("what create_all cannot create leaves nothing behind") {
  Database database;
  auto broken = catalog();
  const auto at = broken.model.find("'happy'");
  REQUIRE(at != std::string::npos);
  broken.model.replace(at, 7, "'merry'");
  CHECK_THROWS_AS(create_all(database.connection, history(), broken), DatabaseError);
  CHECK_FALSE(exists(database, "people"));
  create_all(database.connection, history(), catalog());
}

TEST_CASE("a schema without anything in it is created as well") {
  Database database;
  create_all(database.connection, {}, testing::replay({}, test::server()));
  CHECK(health(database.connection, std::vector<Migration>{}).status == Health::Status::ok);
}

}  // namespace
}  // namespace tenon
