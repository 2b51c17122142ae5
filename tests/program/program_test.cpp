// The program `tenon` as a person meets it: what it prints, what it leaves, how it exits.
#include "model_project.hpp"

#include <nlohmann/json.hpp>

#include <support/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>

namespace {

using namespace tenon;
using test::Outcome;
using Project = test::ModelProject;
using test::quoted;
namespace fs = std::filesystem;

Outcome program(const std::string& arguments) {
  return test::run_program(quoted(TENON_EXECUTABLE) + " " + arguments);
}

}  // namespace

TEST_CASE("help shows examples and wrong usage exits with 2", "[program]") {
  CHECK(program("--help").status == 0);
  for (const char* command :
       {"check", "init", "new", "embed", "up", "down", "status", "stamp", "export"}) {
    const Outcome help = program(std::string{command} + " --help");
    CHECK(help.status == 0);
    CHECK_THAT(help.output, Catch::Contains("Example"));
  }
  CHECK(program("").status == 2);
  CHECK(program("chekc").status == 2);
  CHECK(program("check --no-such-option").status == 2);
  CHECK(program("check").status == 2);
}

TEST_CASE("the way from drift to a migration and back to silence", "[program]") {
  Project project;
  const Outcome drift =
      project.tenon("check --source-root /src --fix-command 'cmake --build build --target m'");
  CHECK(drift.status == 1);
  CHECK_THAT(drift.output,
             Catch::Contains("/src/schema/app.hpp:3:8: error: table users has no migration "
                             "[tenon-drift]") &&
                 Catch::Contains("run: cmake --build build --target m"));

  CHECK(project.tenon("new create_users", "SOURCE_DATE_EPOCH=0").status == 0);
  CHECK(fs::exists(project.migrations() / "19700101_000001_create_users" / "up.sql"));
  const Outcome silence = project.tenon("check");
  CHECK(silence.status == 0);
  CHECK(silence.output.empty());

  const Outcome again = project.tenon("new again");
  CHECK(again.status == 0);
  CHECK_THAT(again.output, Catch::Contains("nothing to do"));
  CHECK(project.count() == 1);
}

TEST_CASE("findings come as JSON and as annotations of GitHub too", "[program]") {
  const Project project;
  const Outcome json = project.tenon("check --format json");
  CHECK(json.status == 1);
  const auto findings = nlohmann::json::parse(json.output).at("findings");
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].at("rule") == "tenon-drift");
  CHECK(findings[0].at("line") == 3);

  const Outcome github = project.tenon("check --format github");
  CHECK(github.status == 1);
  CHECK_THAT(github.output, Catch::Contains("::error file=schema/app.hpp,line=3,col=8,"
                                            "title=tenon-drift::table users has no migration%0A"));
  CHECK(project.tenon("check --format yaml").status == 2);
}

TEST_CASE("what would lose rows is refused until it is named", "[program]") {
  Project project;
  REQUIRE(project.tenon("new create_users").status == 0);
  project.declared.model.tables[0].columns.pop_back();
  project.write();

  const Outcome refused = project.tenon("new drop_email");
  CHECK(refused.status == 1);
  CHECK_THAT(refused.output, Catch::Contains("ALTER TABLE users DROP COLUMN email") &&
                                 Catch::Contains("--allow-destructive users.email") &&
                                 Catch::Contains("renamed_from(\"email\")"));
  CHECK(project.count() == 1);
  CHECK(project.tenon("new drop_email --allow-destructive users.other").status == 1);

  SECTION("by an option") {
    CHECK(project.tenon("new drop_email --allow-destructive users.email").status == 0);
  }
  SECTION("by the environment, for the build target") {
    CHECK(project.tenon("new", "TENON_SLUG=drop_email TENON_ALLOW_DESTRUCTIVE=a.b,users.email")
              .status == 0);
  }
  SECTION("by the annotation") {
    project.declared.intents.acknowledged_drops = {
        {ObjectKind::column, {"public", "users"}, "email"}};
    project.write();
    CHECK(project.tenon("new drop_email").status == 0);
  }
  CHECK(project.count() == 2);
  CHECK(project.tenon("check").status == 0);
}

TEST_CASE("a disk that is full leaves nothing half behind", "[program]") {
  const Project project;
  // With the signal ignored, a write beyond the limit fails as it does on a full disk.
  const Outcome full = project.tenon("new create_users", "trap '' XFSZ; ulimit -f 0;");
  CHECK(full.status == 3);
  CHECK_THAT(full.output, Catch::Contains("cannot be written"));
  CHECK(project.count() == 0);
}

TEST_CASE("damaged and missing files are told apart and named", "[program]") {
  Project project;
  REQUIRE(project.tenon("new create_users", "SOURCE_DATE_EPOCH=0").status == 0);
  const fs::path changes = project.migrations() / "19700101_000001_create_users" / "changes.json";

  SECTION("a changes.json cut short") {
    fs::resize_file(changes, fs::file_size(changes) / 2);
    const Outcome outcome = project.tenon("check");
    CHECK(outcome.status == 1);
    CHECK_THAT(outcome.output, Catch::Contains("changes.json:1:1: error:") &&
                                   Catch::Contains("cut short") &&
                                   Catch::Contains("[tenon-unreadable]"));
    CHECK(project.tenon("new other").status == 3);
  }
  SECTION("no folder of migrations") {
    fs::remove_all(project.migrations());
    const Outcome outcome = project.tenon("check --fix-command 'make it'");
    CHECK(outcome.status == 1);
    CHECK_THAT(outcome.output,
               Catch::Contains("there is no such folder") && Catch::Contains("run: make it"));
  }
  SECTION("a model.json cut short") {
    fs::resize_file(project.model(), fs::file_size(project.model()) / 2);
    CHECK(project.tenon("check").status == 3);
  }
  SECTION("a model.json of another version") {
    std::ofstream{project.model()} << R"({"format": 99})";
    const Outcome outcome = project.tenon("check");
    CHECK(outcome.status == 3);
    CHECK_THAT(outcome.output, Catch::Contains("format 99"));
  }
}

TEST_CASE("a slug that is no name is wrong usage", "[program]") {
  const Project project;
  CHECK(project.tenon("new ../../etc").status == 2);
  CHECK(project.tenon("new 'Two words'").status == 2);
  CHECK(project.count() == 0);
}

TEST_CASE("the depfile names the folder and every file in it, spaces escaped", "[program]") {
  const Project project;
  REQUIRE(project.tenon("new create_users", "SOURCE_DATE_EPOCH=0").status == 0);
  const fs::path depfile = project.root() / "check.d";
  REQUIRE(
      project.tenon("check --depfile " + quoted(depfile) + " --depfile-target /b/stamp").status ==
      0);
  std::ifstream file{depfile};
  const std::string text{std::istreambuf_iterator<char>{file}, {}};
  CHECK_THAT(text, Catch::Contains("/b/stamp:") && Catch::Contains("my\\ project/migrations \\") &&
                       Catch::Contains("000001_create_users/up.sql"));
}

TEST_CASE("a server that is not there exits with 3 and shows no password", "[program]") {
  const Project project;
  const Outcome outcome =
      program("status --migrations " + quoted(project.migrations()) +
              " --database 'postgresql://someone:correct-horse@127.0.0.1:1/app?connect_timeout=2'");
  CHECK(outcome.status == 3);
  CHECK_THAT(outcome.output, !Catch::Contains("correct-horse"));
}
