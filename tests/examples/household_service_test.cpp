// The health endpoint of the household example, over HTTP and on a real PostgreSQL.
#include "running_service.hpp"

#include <household_schema_migrations.hpp>

#include <support/catch.hpp>
#include <support/run_program.hpp>
#include <support/server.hpp>
#include <support/stoppable_server.hpp>
#include <tenon/runtime.hpp>

#include <string>
#include <vector>

namespace {

using namespace tenon;
using test::Database;
using test::Outcome;
using test::quoted;
using test::RunningService;

Outcome start_if_it_matches(const std::string& database) {
  return test::run_program("timeout 60 " + quoted(TENON_HOUSEHOLD_SERVICE) +
                           " --refuse-on-mismatch --port 0 --database " + quoted(database));
}

constexpr const char* row_of_another_program =
    "INSERT INTO tenon.migrations (id, position, digest, model_digest, duration, tenon_version) "
    "VALUES ('20990101_000099_later', 99, 'd', 'd', interval '1 second', '9')";

}  // namespace

TEST_CASE("the service is healthy at the head, and SIGTERM ends it") {
  Database database;
  migrate(database.connection, household_schema::migrations());
  RunningService service{database.scratch.url()};
  auto answer = service.get("/health");
  CHECK(answer.status == 200);
  CHECK(answer.json["status"] == "ok");
  CHECK(answer.json["current_head"] == household_schema::migrations().back().id);
  CHECK(answer.json["drift"].is_null());
  answer = service.get("/health?drift=1");
  CHECK(answer.status == 200);
  CHECK(answer.json["drift"]["status"] == "same");
  CHECK(service.end() == 0);
}

TEST_CASE("the service says what is wrong with a database that is behind, ahead or drifted") {
  Database database;
  auto migrations = household_schema::migrations();
  const std::string last = migrations.back().id;
  migrations.pop_back();
  migrate(database.connection, migrations);
  const RunningService service{database.scratch.url()};
  auto answer = service.get("/health");
  CHECK(answer.status == 503);
  CHECK(answer.json["status"] == "degraded");
  CHECK(answer.json["pending"] == std::vector{last});

  migrate(database.connection, household_schema::migrations());
  CHECK(service.get("/health").status == 200);
  database.connection.execute("ALTER TABLE users ADD COLUMN nick text");
  CHECK(service.get("/health").status == 200);
  answer = service.get("/health?drift=1");
  CHECK(answer.status == 503);
  CHECK(answer.json["drift"]["findings"][0]["object"] == "column users.nick");

  database.connection.execute(row_of_another_program);
  answer = service.get("/health");
  CHECK(answer.status == 503);
  CHECK(answer.json["unknown"] == std::vector<std::string>{"20990101_000099_later"});
}

TEST_CASE("a service whose server goes away is unknown, and healthy when it is back") {
  test::StoppableServer server;
  const std::string url = server.url() + " password=geheim";
  migrate(url, household_schema::migrations());
  const RunningService service{url};
  CHECK(service.get("/health").status == 200);
  server.stop();
  for (int i = 0; i < 2; ++i) {
    const auto answer = service.get("/health");
    CHECK(answer.status == 503);
    CHECK(answer.json["status"] == "unknown");
    CHECK_FALSE(answer.json["messages"].empty());
    CHECK_THAT(answer.json.dump(), !Catch::Contains("geheim"));
  }
  server.start();
  CHECK(service.get("/health").status == 200);
  // The connection is lost between two questions, and nobody notices.
  server.stop();
  server.start();
  CHECK(service.get("/health").status == 200);
}

TEST_CASE("a service that is to refuse does not start on another database, and says why") {
  Database database;
  const Outcome refused = start_if_it_matches(database.scratch.url());
  CHECK(refused.status == 1);
  CHECK_THAT(refused.output, Catch::Contains("the database is degraded") &&
                                 Catch::Contains(household_schema::migrations().back().id));
  const Outcome unreachable = start_if_it_matches("host=/nowhere password=geheim");
  CHECK(unreachable.status == 1);
  CHECK_THAT(unreachable.output, Catch::Contains("unknown") && !Catch::Contains("geheim"));
}

TEST_CASE("a service that is called wrongly says how it is called") {
  const Outcome wrong = test::run_program(quoted(TENON_HOUSEHOLD_SERVICE) + " --port many");
  CHECK(wrong.status == 2);
  CHECK_THAT(wrong.output, Catch::Contains("there is no port many") && Catch::Contains("usage:"));
}
