// What docs/operations.md shows, run on a real PostgreSQL.
#include <household_schema_migrations.hpp>
#include <nlohmann/json.hpp>

#include <support/catch.hpp>
#include <support/server.hpp>
#include <tenon/runtime.hpp>

#include <fstream>
#include <iostream>
#include <string>

namespace {

void bring_to_the_head(const std::string& url) {
  tenon::Connection connection{url};
  for (const auto& id : tenon::migrate(connection, household_schema::migrations()))
    std::clog << "ran " << id << '\n';
}

bool is_well(tenon::Connection& connection) {
  // Once, at the start of the program:
  const auto expected = tenon::expected_history(household_schema::migrations());
  // Every time somebody asks:
  const tenon::Health health = tenon::health(connection, expected);
  if (health.status != tenon::Health::Status::ok) std::clog << tenon::to_json(health) << '\n';
  return health.status == tenon::Health::Status::ok;
}

bool is_as_declared(const std::string& url) {
  const auto verification = tenon::verify(url, household_schema::expected_catalog());
  for (const auto& finding : verification.findings) std::clog << describe(finding) << '\n';
  for (const auto& note : verification.notes) std::clog << "note: " << note << '\n';
  return verification.status == tenon::Verification::Status::same;
}

void fill(const std::string& url) {
  tenon::create_all(url, household_schema::migrations(), household_schema::expected_catalog());
}

}  // namespace

TEST_CASE("what the page on operations shows does what it says", "[docs]") {
  tenon::test::Database database;
  const auto& url = database.scratch.url();
  CHECK_FALSE(is_well(database.connection));
  CHECK_FALSE(is_as_declared(url));
  bring_to_the_head(url);
  CHECK(is_well(database.connection));
  CHECK(is_as_declared(url));

  tenon::test::Database another;
  fill(another.scratch.url());
  CHECK(is_well(another.connection));
  CHECK(is_as_declared(another.scratch.url()));
  CHECK_THROWS_AS(fill(another.scratch.url()), tenon::RefusedError);
}

TEST_CASE("the answer of a health endpoint is the one that the page shows", "[docs]") {
  const auto migrations = household_schema::migrations();
  tenon::MigrateOptions options;
  options.to = migrations.at(migrations.size() - 2).id;
  tenon::test::Database database;
  tenon::migrate(database.connection, migrations, options);
  std::ifstream shown{TENON_SOURCE_DIR "/tests/docs/health.json"};
  CHECK(nlohmann::ordered_json::parse(to_json(tenon::health(database.connection, migrations))) ==
        nlohmann::ordered_json::parse(shown));
}
