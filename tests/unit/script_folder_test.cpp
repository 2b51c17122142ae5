// Which scripts another tool would run, in which order, and what it would refuse.
#include "scripts/script_folder.hpp"

#include <support/catch.hpp>
#include <support/temporary_folder.hpp>

#include <filesystem>
#include <fstream>
#include <functional>
#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

namespace tenon::scripts {
namespace {

namespace fs = std::filesystem;
using Names = std::vector<std::string>;

class Folder {
 public:
  Folder(std::initializer_list<std::pair<std::string, std::string>> files) {
    for (const auto& [name, text] : files) {
      fs::create_directories((path() / name).parent_path());
      std::ofstream{path() / name, std::ios::binary} << text;
    }
  }
  [[nodiscard]] fs::path path() const { return folder_.path(); }

  [[nodiscard]] ScriptFolder read(const std::string& tool) const {
    return read_script_folder(*script_place(tool + ":" + path().string()));
  }
  [[nodiscard]] Names names(const std::string& tool) const {
    Names names;
    for (const Script& script : read(tool).scripts) names.push_back(script.name);
    return names;
  }
  /// `file:line: what is wrong`, with files relative to the folder.
  [[nodiscard]] std::string refusal(const std::string& tool) const {
    try {
      (void)read(tool);
    } catch (const ScriptError& error) {
      std::string text = error.location.file;
      if (error.location.line != 0) text += ":" + std::to_string(error.location.line);
      text += ": " + std::string{error.what()};
      const std::string root = path().string() + "/";
      for (auto at = text.find(root); at != text.npos; at = text.find(root))
        text.erase(at, root.size());
      return text;
    }
    return "it was read";
  }

 private:
  test::TemporaryFolder folder_;
};

const std::string change_end = " 2026-01-01T12:00:00Z A Gardener <gardener@example.org> # note\n";

TEST_CASE("plain scripts come in the order in which a person counts") {
  const Folder folder{{"10_b.sql", ""},   {"2_a.sql", ""},     {"2_a10.sql", ""}, {"2_a9.sql", ""},
                      {"readme.txt", ""}, {".hidden.sql", ""}, {"007-c.sql", ""}};
  CHECK(folder.names("sql") == Names{"2_a.sql", "2_a9.sql", "2_a10.sql", "007-c.sql", "10_b.sql"});
  CHECK(folder.names("scripts") == folder.names("sql"));
  CHECK(folder.read("sql").not_run == Names{"readme.txt"});
  CHECK_FALSE(folder.read("sql").scripts.front().in_transaction);
}

TEST_CASE("plain scripts that have no order are refused") {
  CHECK(Folder{{"1_a.sql", ""}, {"01_a.sql", ""}}.refusal("sql") ==
        "1_a.sql: has the same number as 01_a.sql: which of them comes first?");
  CHECK_THAT((Folder{{"1.sql", ""}, {"more/2.sql", ""}}.refusal("sql")),
             Catch::StartsWith("more/2.sql: is in a folder below"));
  CHECK_THAT((Folder{{"1_a.sql", ""}, {"1_a_down.sql", ""}}.refusal("sql")),
             Catch::StartsWith("1_a_down.sql: looks like a way back"));
  CHECK_THAT((Folder{{"1_a.sql", ""}, {"2_b.SQL", ""}}.refusal("sql")),
             Catch::StartsWith("2_b.SQL: does not end in .sql in small letters"));
  CHECK_THAT((Folder{{"1_a.sql", ""}, {"more/2.Sql", ""}}.refusal("sql")),
             Catch::StartsWith("more/2.Sql: is in a folder below"));
  CHECK(Folder{{"1_shut.down.sql", ""}}.names("sql") == Names{"1_shut.down.sql"});
  CHECK_THAT(Folder{}.refusal("sql"), Catch::Contains("has no scripts of plain SQL"));
  CHECK_THAT(Folder{}.refusal("scripts"), Catch::Contains("has no scripts of plain SQL"));
}

TEST_CASE("Flyway's versions are numbers part by part, and repeatable scripts come last") {
  const Folder folder{{"V10__j.sql", ""},       {"V2__b.sql", ""}, {"V1_10__c.sql", ""},
                      {"V1.9__d.sql", ""},      {"R__a.sql", ""},  {"sub/V1__e.sql", ""},
                      {"V20260101__f.sql", ""}, {"U2__b.sql", ""}, {"V2__b.sql.conf", ""},
                      {"afterMigrate.sql", ""}, {"V3_x.sql", ""}};
  CHECK(folder.names("flyway") == Names{"V1__e.sql", "V1.9__d.sql", "V1_10__c.sql", "V2__b.sql",
                                        "V10__j.sql", "V20260101__f.sql", "R__a.sql"});
  CHECK(folder.names("scripts") == folder.names("flyway"));
  CHECK(folder.read("flyway").not_run == Names{"V3_x.sql", "afterMigrate.sql"});
}

TEST_CASE("a file that a tool takes for no script is named") {
  const auto not_run = [](const std::string& tool, const std::string& script,
                          const std::string& text) {
    return Folder{{script, text}, {"2_b.SQL", ""}, {"3_c.psql", ""}, {".hidden", ""}}
        .read(tool)
        .not_run;
  };
  const Names others{"2_b.SQL", "3_c.psql"};
  CHECK(not_run("flyway", "V1__a.sql", "") == others);
  CHECK(not_run("dbmate", "1_a.sql", "-- migrate:up\n") == others);
  CHECK(not_run("goose", "1_a.sql", "-- +goose Up\n") == others);
  CHECK(not_run("golang-migrate", "1_a.up.sql", "") == others);
  CHECK(not_run("alembic", "1_a.sql", "-- Running upgrade  -> a\n") == others);
}

TEST_CASE("what Flyway refuses or fills in is refused") {
  CHECK(Folder{{"V1.0__a.sql", ""}, {"V01__b.sql", ""}}.refusal("flyway") ==
        "V01__b.sql: has the same version as V1.0__a.sql: which of them comes first?");
  CHECK_THAT(
      (Folder{{"V1__a.sql", "SELECT 1;\nGRANT ${what} TO ${who}; -- ${what}\n"}}.refusal("flyway")),
      Catch::StartsWith("V1__a.sql:2: Flyway puts values in the place of ${what}, ${who}, "));
  CHECK_THAT((Folder{{"V1__a.java", ""}}.refusal("flyway")), Catch::Contains("is a program"));
  CHECK_THAT((Folder{{"B5__a.sql", ""}}.refusal("flyway")), Catch::Contains("baseline migration"));
  CHECK_THAT((Folder{{"1_a.sql", ""}}.refusal("flyway")),
             Catch::Contains("has no scripts of Flyway: V1__name.sql was expected"));
}

TEST_CASE("of dbmate's and goose's files the way up is run, and lines are those of the file") {
  const Folder dbmate{{"2_b.sql", "\n-- migrate:up transaction:false\nSELECT 2;\n"},
                      {"1_a.sql", "-- a\n-- migrate:up\nSELECT 1;\n-- migrate:down\nSELECT 0;\n"}};
  const ScriptFolder read = dbmate.read("scripts");
  CHECK(read.tool == Tool::dbmate);
  REQUIRE(read.scripts.size() == 2);
  CHECK(read.scripts[0].sql == "-- migrate:up\nSELECT 1;\n");
  CHECK(read.scripts[0].first_line == 2);
  CHECK(read.scripts[0].in_transaction);
  CHECK_FALSE(read.scripts[1].in_transaction);

  const Folder goose{{"10_b.sql", "-- +goose NO TRANSACTION\n-- +goose up\nSELECT 2;\n"},
                     {"9_a.sql", "-- +goose Up\nSELECT 1;\n-- +goose Down\nSELECT 0;\n"}};
  const ScriptFolder other = goose.read("scripts");
  CHECK(other.tool == Tool::goose);
  CHECK(goose.names("goose") == Names{"9_a.sql", "10_b.sql"});
  CHECK(other.scripts[0].sql == "-- +goose Up\nSELECT 1;\n");
  CHECK_FALSE(other.scripts[1].in_transaction);
}

TEST_CASE("files without the marks of their tool are refused at their place") {
  CHECK(Folder{{"1_a.sql", "SELECT 1;\n"}}.refusal("dbmate") ==
        "1_a.sql: has no line '-- migrate:up', which dbmate asks for");
  CHECK(Folder{{"1_a.sql", "-- a\nSELECT 1;\n-- migrate:up\n"}}.refusal("dbmate") ==
        "1_a.sql:2: stands before the line '-- migrate:up', which dbmate refuses");
  CHECK(Folder{{"1_a.sql", "SELECT 1;\n"}}.refusal("goose") ==
        "1_a.sql: has no line '-- +goose Up', which goose asks for");
  CHECK_THAT((Folder{{"1_a.sql", "-- +goose Up\n-- +goose ENVSUB ON\n"}}.refusal("goose")),
             Catch::StartsWith("1_a.sql:2: "));
  CHECK_THAT((Folder{{"1_a.sql", "-- +goose Up\n"}, {"2_b.go", ""}}.refusal("goose")),
             Catch::StartsWith("2_b.go: is a migration in Go"));
  CHECK_THAT((Folder{{"1_a.sql", "SELECT 1;\n"}}.refusal("alembic")),
             Catch::Contains("'-- Running upgrade'"));
  CHECK_THAT(
      (Folder{{"1.sql", "\n-- Running upgrade  -> a\n"}, {"2.sql", "-- Running upgrade  -> a"}}
           .refusal("alembic")),
      Catch::StartsWith("2.sql:1: the revision a was made in 1.sql:2 already"));
}

TEST_CASE("golang-migrate's files come by number, and the way down is left out") {
  const Folder folder{
      {"10_b.up.sql", ""}, {"9_a.up.sql", ""}, {"9_a.down.sql", ""}, {"seed.sql", ""}};
  CHECK(folder.names("scripts") == Names{"9_a.up.sql", "10_b.up.sql"});
  CHECK(folder.read("golang-migrate").not_run == Names{"seed.sql"});
  CHECK(Folder{{"1_a.up.sql", ""}, {"0001_b.up.sql", ""}}.refusal("golang-migrate") ==
        "0001_b.up.sql: has the same version as 1_a.up.sql: which of them comes first?");
}

TEST_CASE("Sqitch's plan says the order, and which script a reworked change had") {
  const Folder folder{{"sqitch.plan", "%syntax-version=1.0.0\n%project=garden\n\n# comment\nb" +
                                          change_end + "a/deep [b !c]" + change_end + "@v1" +
                                          change_end + "+b [b@v1]" + change_end},
                      {"deploy/b.sql", "new"},
                      {"deploy/b@v1.sql", "old"},
                      {"deploy/a/deep.sql", ""},
                      {"deploy/unplanned.sql", ""}};
  CHECK(folder.names("scripts") == Names{"deploy/b@v1.sql", "deploy/a/deep.sql", "deploy/b.sql"});
}

TEST_CASE("a plan that cannot be read is refused at its line") {
  const auto refusal = [](const std::string& plan) {
    return Folder{{"sqitch.plan", "%project=garden\n" + plan}, {"deploy/a.sql", ""}}.refusal(
        "sqitch");
  };
  CHECK(refusal("a\n") ==
        "sqitch.plan:2: is no line of a plan: 'name [needs] 2026-01-31T12:00:00Z Name <address>' "
        "was expected");
  CHECK(refusal("@v1" + change_end) == "sqitch.plan:2: is a tag of no change");
  CHECK_THAT(refusal("-a" + change_end), Catch::StartsWith("sqitch.plan:2: takes a change back"));
  CHECK(refusal("a" + change_end + "a" + change_end) ==
        "sqitch.plan:3: a is planned in line 2 already, and there is no tag in between");
  CHECK(refusal("a" + change_end + "b" + change_end) ==
        "sqitch.plan:3: there is no deploy/b.sql for b");
  CHECK_THAT((Folder{{"deploy/a.sql", ""}}.refusal("sqitch")),
             Catch::Contains("has no sqitch.plan"));
}

TEST_CASE("a folder that looks like two tools has to be said") {
  const Folder folder{{"V1__a.sql", "SELECT 1;"}, {"2_b.sql", "-- migrate:up\nSELECT 2;"}};
  CHECK_THROWS_AS((void)folder.read("scripts"), UnclearTool);
  CHECK_THAT(folder.refusal("scripts"),
             Catch::Contains("has scripts of Flyway (V1__a.sql) and of dbmate (2_b.sql); say "
                             "flyway:") &&
                 Catch::Contains(" or dbmate:"));
  CHECK(folder.names("flyway") == Names{"V1__a.sql"});
}

TEST_CASE("a folder may be said with a slash, and one that is not there is told") {
  const Folder folder{{"1_a.sql", "-- +goose Up\n"}};
  CHECK(read_script_folder(*script_place("goose:" + folder.path().string() + "/")).scripts.size() ==
        1);
  CHECK_THROWS_WITH(read_script_folder(*script_place("sql:/no/such/folder")),
                    "there is no such folder");
  CHECK_FALSE(script_place("mysql:x"));
}

}  // namespace
}  // namespace tenon::scripts
