// Another tool's migrations become one generated migration, and its databases go on.
#include "script_layouts.hpp"

#include <nlohmann/json.hpp>

#include <support/catch.hpp>
#include <support/content_of.hpp>
#include <support/run_program.hpp>
#include <support/server.hpp>
#include <support/temporary_folder.hpp>

#include <filesystem>
#include <set>
#include <string>

namespace {

using namespace tenon;
using nlohmann::json;
using test::Database;
using test::Outcome;
using test::quoted;
namespace fs = std::filesystem;

Outcome tenon_program(const std::string& arguments) {
  return test::run_program("SOURCE_DATE_EPOCH=0 " + quoted(TENON_EXECUTABLE) + " " + arguments);
}

// Standard output alone, as a program reads it.
json json_of(const std::string& arguments, int status) {
  const Outcome outcome = tenon_program(arguments + " 2>/dev/null");
  INFO(outcome.output);
  CHECK(outcome.status == status);
  return json::parse(outcome.output);
}

/// A folder for the scripts of a tool and for the project that they become.
class Takeover {
 public:
  [[nodiscard]] fs::path scripts() const { return folder_.path() / "old scripts"; }
  [[nodiscard]] fs::path project() const { return folder_.path() / "garden"; }
  [[nodiscard]] std::string migrations() const { return quoted(project() / "migrations"); }
  void write(const std::string& name, const std::string& text) const {
    test::write_file(scripts() / name, text);
  }
  [[nodiscard]] std::string source(const std::string& tool) const {
    return quoted(tool + ":" + scripts().string());
  }
  [[nodiscard]] std::string init(const std::string& tool, const std::string& rest = "") const {
    return "init --from " + source(tool) + " --out " + quoted(project()) + " " + rest;
  }

 private:
  test::TemporaryFolder folder_;
};

constexpr const char* accept_all =
    "--accept 'rows of public.plot_kinds' --accept 'rows of public.sections' ";

std::set<std::string> names_in(const json& report) {
  std::set<std::string> names;
  for (const json& difference : report["differences"]) names.insert(difference["name"]);
  return names;
}

/// What the tool made: the scripts, and its ledger.
Database made_by(const test::Layout& layout) {
  Database database;
  for (const test::HandWritten& script : test::garden_scripts())
    database.connection.execute(script.sql);
  if (!layout.ledger.empty()) database.connection.execute(layout.ledger);
  return database;
}

TEST_CASE("eight scripts become one generated migration once every difference is accepted") {
  const Takeover takeover;
  test::write_flyway(takeover.scripts());

  const Outcome refused = tenon_program(takeover.init("scripts"));
  INFO(refused.output);
  CHECK(refused.status == 1);
  CHECK_THAT(
      refused.output,
      Catch::Contains("does not make all that the scripts made:\n"
                      "  rows of public.plot_kinds\n"
                      "      3 rows that the scripts insert, and no generated migration carries\n"
                      "  rows of public.sections\n"
                      "      1 row that the scripts insert") &&
          Catch::Contains("nothing was written; what is as you want it, accept by its name:\n"
                          "  --accept 'rows of public.plot_kinds'\n"
                          "  --accept 'rows of public.sections'\n"));
  CHECK_FALSE(fs::exists(takeover.project()));

  const json half = json_of(
      takeover.init("scripts", "--format json --accept 'rows of public.sections' --accept other"),
      1);
  CHECK(half["written"] == false);
  CHECK(half["differences"] == json::parse(R"([{"name": "rows of public.plot_kinds", "details":
          ["3 rows that the scripts insert, and no generated migration carries"], "accepted": false},
          {"name": "rows of public.sections", "details":
          ["1 row that the scripts insert, and no generated migration carries"], "accepted": true}])"));
  CHECK_FALSE(fs::exists(takeover.project()));

  const Outcome made =
      tenon_program(takeover.init("scripts", accept_all + std::string{"--accept 'rows of x'"}));
  INFO(made.output);
  REQUIRE(made.status == 0);
  CHECK_THAT(made.output, Catch::Contains("rows of public.sections (accepted)\n") &&
                              Catch::Contains("note: nothing differs that is accepted as 'rows of "
                                              "x'\n") &&
                              Catch::Contains("tenon stamp "));

  SECTION("the gate is green") {
    const std::string folder = quoted(takeover.project());
    const Outcome read = test::run_program(
        "cd " + folder + " && " + quoted(TENON_GENERATE_EXECUTABLE) +
        " schema/*.hpp $(for f in schema/*.sql; do echo --sql $f; done) -o model.json");
    INFO(read.output);
    REQUIRE(read.status == 0);
    const Outcome checked =
        tenon_program("check --model " + quoted(takeover.project() / "model.json") +
                      " --migrations " + takeover.migrations());
    CHECK(checked.status == 0);
  }
  SECTION("a new database gets all of it") {
    Database fresh;
    const std::string on_it =
        " --migrations " + takeover.migrations() + " --database " + quoted(fresh.scratch.url());
    CHECK(tenon_program("up" + on_it).status == 0);
    const json verified = json_of("verify --format json" + on_it, 0);
    CHECK(verified["drift"]["status"] == "same");
    CHECK(verified["drift"]["notes"].empty());
  }
  SECTION("the databases of each tool are recorded, and its ledger is its own business") {
    for (const test::Layout& layout : test::layouts()) {
      const Database old = made_by(layout);
      const std::string on_it =
          " --migrations " + takeover.migrations() + " --database " + quoted(old.scratch.url());
      INFO(layout.tool);
      CHECK(tenon_program("stamp" + on_it).status == 0);
      const json verified = json_of("verify --format json" + on_it, 0);
      CHECK(verified["drift"]["status"] == "same");
      CHECK(verified["drift"]["findings"].empty());
      const std::string notes = verified["drift"]["notes"].dump();
      if (layout.tool == "sqitch")
        CHECK_THAT(notes, Catch::Contains("nothing is declared in them: sqitch"));
      else if (!layout.ledger.empty())
        CHECK_THAT(notes,
                   Catch::Contains("it is the ledger of") && Catch::Contains(layout.ledger_object));
    }
  }
}

TEST_CASE("every tool's layout is the same schema, said or found out") {
  const Database wanted = made_by(test::layouts().front());
  for (const test::Layout& layout : test::layouts()) {
    INFO(layout.tool);
    const Takeover takeover;
    layout.write(takeover.scripts());
    const Database live = made_by(layout);
    const json compared =
        json_of("diff --format json --exit-code --from " + takeover.source(layout.tool) + " --to " +
                    quoted(live.scratch.url()),
                0);
    CHECK(compared["changes"].empty());
    if (!layout.ledger.empty())
      CHECK_THAT(compared["notes"].dump(),
                 Catch::Contains("left out, because it is the ledger of") &&
                     Catch::Contains(layout.ledger_object));
    const Outcome found = tenon_program("diff --exit-code --from " + takeover.source("scripts") +
                                        " --to " + quoted(wanted.scratch.url()));
    CHECK(found.status == 0);
    CHECK_THAT(found.output, Catch::StartsWith("no differences\n"));
  }
}

TEST_CASE("the ledger that Alembic's own script makes is left out by name") {
  const Takeover takeover;
  test::write_alembic(takeover.scripts());
  const json refused =
      json_of(takeover.init("alembic", accept_all + std::string{"--format json"}), 1);
  CHECK(names_in(refused) == std::set<std::string>{"rows of public.plot_kinds",
                                                   "rows of public.sections",
                                                   "table public.alembic_version left out"});
  const json made = json_of(
      takeover.init("alembic", accept_all + std::string{"--format json --accept 'table "
                                                        "public.alembic_version left out'"}),
      0);
  CHECK(made["written"] == true);
  CHECK(made["first_migration"] == "19700101_000001_baseline");
  CHECK(fs::exists(takeover.project() / "migrations/19700101_000001_baseline/up.sql"));
}

}  // namespace
