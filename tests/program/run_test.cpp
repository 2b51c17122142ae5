// tenon up, down, status and export as a person and a deployment meet them.
#include "fleet_file.hpp"
#include "history_folder.hpp"

#include <nlohmann/json.hpp>

#include <support/catch.hpp>
#include <support/run_program.hpp>
#include <support/server.hpp>
#include <support/temporary_folder.hpp>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace tenon {
namespace {

using nlohmann::json;
using test::Database;
using test::Fleet;
using test::History;
using test::Outcome;
using test::quoted;
namespace fs = std::filesystem;

TEST_CASE("up runs what is pending, status says it, down takes it back") {
  const History history;
  const Database database;
  const Outcome before = history.tenon("status", database);
  CHECK(before.status == 1);
  CHECK_THAT(before.output, Catch::Contains("pending        " + history.ids()[0]));
  const Outcome up = history.tenon("up", database);
  CHECK(up.status == 0);
  CHECK_THAT(up.output, Catch::Contains("[1/2] " + history.ids()[0] + " … done in") &&
                            Catch::Contains("[2/2]"));
  CHECK(history.tenon("status", database).status == 0);
  CHECK_THAT(history.tenon("up", database).output, Catch::Contains("nothing to do"));
  const Outcome down = history.tenon("down --to base", database);
  CHECK(down.status == 0);
  CHECK_THAT(down.output, Catch::Contains("taken back in"));
  CHECK(history.tenon("down", database).status == 2);
}

TEST_CASE("up stops where it is told to, also when the URL comes from the environment") {
  const History history;
  const Database database;
  CHECK(
      history.tenon("up --to " + history.ids()[0], "DATABASE_URL=" + quoted(database.scratch.url()))
          .status == 0);
  CHECK_THAT(history.tenon("status", database).output,
             Catch::Contains("current head   " + history.ids()[0]));
  const Outcome unknown = history.tenon("up --to nothing", database);
  CHECK(unknown.status == 1);
  CHECK_THAT(unknown.output, Catch::Contains("nothing is not among the migrations"));
}

TEST_CASE("a plan and a rehearsal change nothing") {
  const History history;
  const Database database;
  const Outcome plan = history.tenon("up --plan", database);
  CHECK(plan.status == 0);
  CHECK_THAT(plan.output, Catch::Contains("-- " + history.ids()[1] + ", up") &&
                              Catch::Contains("CREATE TABLE orders"));
  const json planned = json::parse(history.tenon("up --plan --format json", database).output);
  CHECK(planned.at("migrations").at(1).at("id") == history.ids()[1]);
  CHECK(planned.at("migrations").at(1).at("steps").at(0).at("in_transaction") == true);
  const Outcome rehearsal = history.tenon("up --dry-run", database);
  CHECK(rehearsal.status == 0);
  CHECK_THAT(rehearsal.output, Catch::Contains("rolled back: nothing is changed"));
  CHECK(json::parse(history.tenon("status --format json", database).output).at("pending").size() ==
        2);
  CHECK(history.tenon("up --plan --dry-run", database).status == 2);
}

TEST_CASE("a failed migration is told as text and as JSON, with the place in its file") {
  History history;
  history.backfill("INSERT INTO orders VALUES (1/0);");
  const Database database;
  const Outcome text = history.tenon("up", database);
  CHECK(text.status == 1);
  CHECK_THAT(text.output, Catch::Contains("division by zero") &&
                              Catch::Contains("the database is at revision " + history.ids()[0]));
  const Outcome machine = history.tenon("up --format json", database);
  CHECK(machine.status == 1);
  const json report = json::parse(machine.output);
  CHECK(report.at("result") == "failed");
  CHECK(report.at("status").at("current_head") == history.ids()[0]);
  const json& error = report.at("error");
  CHECK(error.at("kind") == "migration");
  CHECK(error.at("sqlstate") == "22012");
  CHECK(error.at("migration") == history.ids()[1]);
  CHECK(error.at("statement") == "INSERT INTO orders VALUES (1/0)");
  CHECK(error.at("line").get<int>() > 4);
}

TEST_CASE("Ctrl-C rolls back, says where the database is, and exits as shells expect") {
  History history;
  history.backfill("SELECT pg_sleep(60);");
  const Database database;
  const Outcome outcome = test::run_program(
      "timeout --signal=INT --preserve-status 2 " + quoted(TENON_EXECUTABLE) + " up --migrations " +
      quoted(history.folder()) + " --database " + quoted(database.scratch.url()));
  CHECK(outcome.status == 130);
  CHECK_THAT(outcome.output, Catch::Contains("it was asked to stop") &&
                                 Catch::Contains("is at revision " + history.ids()[0]));
}

TEST_CASE("no password is in any output") {
  const History history;
  for (const std::string& command : std::vector<std::string>{
           "up", "status", "down --to base", "up --dry-run", "up --plan",
           "stamp " + history.ids()[0], "up --format json", "status --format json", "verify"}) {
    for (const std::string url : {"postgresql://me:hunter2@127.0.0.1:1/app?connect_timeout=2",
                                  "host=127.0.0.1 port=1 password=hunter2 connect_timeout=2",
                                  "postgresql://me:hunter2@[::1/app"}) {
      const Outcome outcome = history.tenon(command + " --database " + quoted(url));
      CHECK(outcome.status == 3);
      CHECK_THAT(outcome.output, !Catch::Contains("hunter2"));
    }
  }
}

TEST_CASE("a fleet is brought up, and one that fails hides no other") {
  const History history;
  const Database first;
  const Database third;
  const Fleet fleet{
      {{"parallelism", 2},
       {"stop_after_failures", 0},
       {"targets",
        {{{"name", "first"}, {"url", first.scratch.url()}},
         {{"name", "second"}, {"url", "postgresql://me:hunter2@127.0.0.1:1/app?connect_timeout=2"}},
         {{"name", "third"}, {"url_env", "THIRD_URL"}}}}}};
  const std::string environment = "THIRD_URL=" + quoted(third.scratch.url());
  const Outcome up =
      history.tenon("up --format json --targets " + quoted(fleet.file()), environment);
  CHECK(up.status == 3);
  CHECK_THAT(up.output, !Catch::Contains("hunter2"));
  const json targets = json::parse(up.output).at("targets");
  REQUIRE(targets.size() == 3);
  CHECK(targets[0].at("result") == "ok");
  CHECK(targets[0].at("ran").size() == 2);
  CHECK(targets[1].at("result") == "failed");
  CHECK(targets[1].at("error").at("kind") == "connection");
  CHECK(targets[1].at("status").is_null());
  CHECK(targets[2].at("result") == "ok");
  const Outcome status = history.tenon("status --targets " + quoted(fleet.file()), environment);
  CHECK(status.status == 3);
  CHECK_THAT(status.output, Catch::Contains("TARGET") && Catch::Contains("second  failed") &&
                                Catch::Contains("third   ok"));
}

TEST_CASE("after a failure the rest of a fleet is not begun, and is told as skipped") {
  const History history;
  const Database last;
  const Fleet fleet{{{"parallelism", 1},
                     {"targets",
                      {{{"name", "broken"}, {"url", "host=127.0.0.1 port=1 connect_timeout=2"}},
                       {{"name", "last"}, {"url", last.scratch.url()}}}}}};
  const Outcome up = history.tenon("up --targets " + quoted(fleet.file()));
  CHECK(up.status == 3);
  CHECK_THAT(up.output, Catch::Contains("last    skipped"));
  CHECK(history.tenon("status", last).status == 1);
}

TEST_CASE("a file of targets that is wrong is told, without what is in it") {
  const History history;
  const auto told = [&](const std::string& text) {
    const test::TemporaryFolder folder;
    std::ofstream{folder.path() / "fleet.json"} << text;
    const Outcome outcome =
        history.tenon("up --targets " + quoted((folder.path() / "fleet.json").string()));
    CHECK(outcome.status == 2);
    CHECK_THAT(outcome.output, !Catch::Contains("hunter2"));
    return outcome.output;
  };
  CHECK_THAT(told("{hunter2"), Catch::Contains("is no JSON, at byte"));
  CHECK_THAT(told(R"({"targets": []})"), Catch::Contains("at least one entry"));
  CHECK_THAT(told(R"({"target": []})"), Catch::Contains("there is no key 'target'"));
  CHECK_THAT(told(R"({"targets": [{"name": "a"}]})"), Catch::Contains("either url or url_env"));
  CHECK_THAT(told(R"({"targets": [{"name": "a", "url_env": "NOT_SET_HERE"}]})"),
             Catch::Contains("environment variable NOT_SET_HERE"));
  CHECK_THAT(told(R"({"parallelism": 0, "targets": [{"name": "a", "url": "x"}]})"),
             Catch::Contains("parallelism must be a number"));
  CHECK_THAT(told(R"({"targets": [{"name": "a", "url": "x"}, {"name": "a", "url": "y"}]})"),
             Catch::Contains("two targets with the name a"));
  CHECK_THAT(history.tenon("up --targets /nowhere/fleet.json").output,
             Catch::Contains("cannot be read"));
}

TEST_CASE("a stamp is said before it is made, as text and as JSON") {
  const History history;
  const Database database;
  Connection{database.scratch.url()}.execute("CREATE TABLE users (id bigint NOT NULL)");
  const std::string stamp = "stamp " + history.ids()[0];
  const Outcome said = history.tenon(stamp + " --dry-run", database);
  CHECK(said.status == 0);
  CHECK_THAT(said.output, Catch::Contains("would be recorded: " + history.ids()[0]));
  CHECK(history.tenon("status", database).status == 1);
  const json report = json::parse(history.tenon(stamp + " --format json", database).output);
  CHECK(report.at("recorded") == json::array({history.ids()[0]}));
  CHECK_THAT(history.tenon("status", database).output,
             Catch::Contains("current head   " + history.ids()[0]));
}

TEST_CASE("the documented file of targets is understood") {
  const History history;
  const std::string file = TENON_SOURCE_DIR "/tests/docs/fleet.json";
  CHECK_THAT(history.tenon("status --targets " + quoted(file)).output,
             Catch::Contains("environment variable PRODUCTION_URL"));
  const Outcome asked = history.tenon("status --targets " + quoted(file),
                                      "PGCONNECT_TIMEOUT=2 PRODUCTION_URL=host=/nowhere");
  CHECK(asked.status == 3);
  CHECK_THAT(asked.output, Catch::Contains("production  failed"));
}

TEST_CASE("the exported script is written whole or not at all") {
  const History history;
  const test::TemporaryFolder folder;
  const std::string file = (folder.path() / "release.sql").string();
  CHECK(history.tenon("export -o " + quoted(file)).status == 0);
  const Database database;
  CHECK(test::run_program("psql -X -q -v ON_ERROR_STOP=1 -f " + quoted(file) + " " +
                          quoted(database.scratch.url()))
            .status == 0);
  CHECK(history.tenon("status", database).status == 0);
  CHECK_THAT(history.tenon("export").output, Catch::Contains("CREATE TABLE orders"));
}

}  // namespace
}  // namespace tenon
