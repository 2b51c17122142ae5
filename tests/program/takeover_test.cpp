// Another tool's migrations become one generated migration, and its databases go on.
#include "script_layouts.hpp"

#include <nlohmann/json.hpp>

#include <support/catch.hpp>
#include <support/content_of.hpp>
#include <support/run_program.hpp>
#include <support/server.hpp>
#include <support/server_variable.hpp>
#include <support/temporary_folder.hpp>
#include <tenon/runtime/other_ledgers.hpp>

#include <filesystem>
#include <fstream>
#include <set>
#include <string>

namespace {

using namespace tenon;
using nlohmann::json;
using test::Database;
using test::Outcome;
using test::quoted;
namespace fs = std::filesystem;

// On the server of this test, which is there already.
Outcome tenon_program(const std::string& arguments, const std::string& environment = "") {
  return test::run_program("export SOURCE_DATE_EPOCH=0 " + test::server_variable() + environment +
                           "; " + quoted(TENON_EXECUTABLE) + " " + arguments);
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

std::string on(const Takeover& takeover, const Database& database) {
  return " --migrations " + takeover.migrations() + " --database " + quoted(database.scratch.url());
}

// What the documentation advises for lookup tables.
void put_rows_into_baseline(const Takeover& takeover) {
  std::ofstream{takeover.project() / "migrations/19700101_000001_baseline/up.sql", std::ios::app}
      << "\n-- tenon:backfill begin\nINSERT INTO plot_kinds VALUES ('s', 'small');\n"
         "-- tenon:backfill end\n";
}

void check_gate(const Takeover& takeover) {
  const Outcome read = test::run_program(
      "cd " + quoted(takeover.project()) + " && " + test::server_variable() +
      quoted(TENON_GENERATE_EXECUTABLE) +
      " schema/*.hpp $(for f in schema/*.sql; do echo --sql $f; done) -o model.json");
  INFO(read.output);
  REQUIRE(read.status == 0);
  const Outcome checked =
      tenon_program("check --model " + quoted(takeover.project() / "model.json") +
                    " --migrations " + takeover.migrations());
  INFO(checked.output);
  CHECK(checked.status == 0);
}

void check_new_database(const Takeover& takeover) {
  Database fresh;
  CHECK(tenon_program("up" + on(takeover, fresh)).status == 0);
  const json verified = json_of("verify --format json" + on(takeover, fresh), 0);
  CHECK(verified["drift"]["status"] == "same");
  CHECK(verified["drift"]["notes"].empty());
  CHECK(fresh.connection.query("SELECT FROM plot_kinds").size() == 1);
}

// It is recorded, and the ledger of the tool is its own business.
void check_old_database(const Takeover& takeover, const test::Layout& layout) {
  INFO(layout.tool);
  const Database old = made_by(layout);
  CHECK(tenon_program("stamp" + on(takeover, old)).status == 0);
  const json verified = json_of("verify --format json" + on(takeover, old), 0);
  CHECK(verified["drift"]["status"] == "same");
  CHECK(verified["drift"]["findings"].empty());
  const std::string notes = verified["drift"]["notes"].dump();
  if (layout.tool == "sqitch")
    CHECK_THAT(notes, Catch::Contains("nothing is declared in them: sqitch"));
  else if (!layout.ledger.empty())
    CHECK_THAT(notes,
               Catch::Contains("it is the ledger of") && Catch::Contains(layout.ledger_object));
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

  put_rows_into_baseline(takeover);
  check_gate(takeover);
  check_new_database(takeover);
  for (const test::Layout& layout : test::layouts()) check_old_database(takeover, layout);
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

/// A tenon-generate that does something to the headers before it reads them, or to what it wrote.
std::string other_generator(const Takeover& takeover, const std::string& before,
                            const std::string& after) {
  takeover.write("../generate", "#!/bin/sh\nfor f in \"$@\"; do case $f in *.hpp) " + before +
                                    " \"$f\";; esac; done\n" + quoted(TENON_GENERATE_EXECUTABLE) +
                                    " \"$@\" && " + after + "\n");
  const fs::path program = takeover.scripts().parent_path() / "generate";
  fs::permissions(program, fs::perms::owner_all);
  return " --generator " + quoted(program);
}

TEST_CASE("columns in another order are a difference, and so is all that the catalogs say") {
  const Takeover takeover;
  takeover.write("1.sql", "CREATE TABLE t (a integer, b integer);");
  const json reordered = json_of(
      takeover.init("sql", "--format json" +
                               other_generator(takeover, "sed -i '/ a;$/{h;d};/ b;$/{G}'", "true")),
      1);
  CHECK(reordered["differences"] ==
        json::parse(R"([{"name": "column order of public.t", "accepted": false, "details":
          ["- CREATE TABLE public.t (", "-     a integer,", "-     b integer", "- );",
           "+ CREATE TABLE public.t (", "+     b integer,", "+     a integer", "+ );"]}])"));
  const json other_type = json_of(
      takeover.init(
          "sql", "--format json" + other_generator(takeover, "true",
                                                   "sed -i '0,/\"type\": \"integer\"/s//\"type\": "
                                                   "\"smallint\"/' model.json")),
      1);
  CHECK(names_in(other_type) == std::set<std::string>{"column t.a", "table public.t"});
  CHECK(other_type["differences"][1]["details"] == json{"-     a integer", "+     a smallint"});
}

TEST_CASE("what no schema carries is named: roles, owners, sequences, callbacks, secrets") {
  const Takeover takeover;
  takeover.write("V1__a.sql",
                 "CREATE TABLE t (id serial PRIMARY KEY); CREATE SEQUENCE numbers;"
                 "SELECT setval('numbers', 1000); GRANT SELECT ON t TO takeover_reader;"
                 "CREATE ROLE takeover_owner; ALTER TABLE t OWNER TO takeover_owner;"
                 "CREATE FOREIGN DATA WRAPPER w; CREATE SERVER s FOREIGN DATA WRAPPER w;"
                 "CREATE USER MAPPING FOR public SERVER s OPTIONS (password 'correct-horse');");
  takeover.write("afterMigrate.sql", "SELECT 1;");
  // Roles are made on a server of Tenon's own alone.
  const Outcome refused = tenon_program(takeover.init("flyway", "--format json") + " 2>/dev/null",
                                        "; unset TENON_SCRATCH_URL");
  CHECK(refused.status == 1);
  CHECK_THAT(refused.output, !Catch::Contains("correct-horse"));
  CHECK(names_in(json::parse(refused.output)) ==
        std::set<std::string>{"file afterMigrate.sql not run", "owner of sequence public.t_id_seq",
                              "owner of table public.t", "role takeover_owner",
                              "user mapping public on server s",
                              "value of sequence public.numbers"});
}

TEST_CASE("values of sequences that were set and not yet given out are named") {
  const Takeover takeover;
  takeover.write("V1__a.sql",
                 "CREATE SEQUENCE untouched START WITH 7; CREATE SEQUENCE restarted;"
                 "ALTER SEQUENCE restarted RESTART WITH 1000; CREATE SEQUENCE used;"
                 "SELECT nextval('used'); CREATE SEQUENCE \"Set\";"
                 "SELECT setval('\"Set\"', 5, false);"
                 "CREATE TABLE t (id bigint GENERATED ALWAYS AS IDENTITY);"
                 "ALTER TABLE t ALTER id RESTART WITH 50;"
                 "INSERT INTO t OVERRIDING SYSTEM VALUE VALUES (1);");
  const json refused = json_of(takeover.init("flyway", "--format json"), 1);
  json details = json::object();
  for (const json& one : refused["differences"])
    details[one["name"].get<std::string>()] = one["details"][0];
  CHECK(details == json{{"rows of public.t",
                         "1 row that the scripts insert, and no generated migration carries"},
                        {"value of sequence public.\"Set\"",
                         "its first value is to be 5, and it begins with 1"},
                        {"value of sequence public.restarted",
                         "its first value is to be 1000, and it begins with 1"},
                        {"value of sequence public.t_id_seq",
                         "its first value is to be 50, and it begins with 1"},
                        {"value of sequence public.used", "it has come to 1, and begins anew"}});
}

TEST_CASE("an option of a server that may be a secret is named, and its value is not shown") {
  const Takeover takeover;
  const std::string sql =
      "CREATE FOREIGN DATA WRAPPER w; CREATE SERVER s FOREIGN DATA WRAPPER w"
      " OPTIONS (host 'h', password 'correct-horse', \"Access_Key\" 'correct-horse');";
  takeover.write("1_a.sql", sql);
  const std::string password = "option password of foreign server s";
  const std::string key = "option Access_Key of foreign server s";
  const json refused = json_of(takeover.init("sql", "--format json"), 1);
  CHECK(names_in(refused) == std::set<std::string>{key, password});
  CHECK_THAT(refused.dump(), !Catch::Contains("correct-horse"));

  Database live;
  live.connection.execute(sql);
  const std::string note = "note: in clear text in what is written: " + password + "\n";
  CHECK_THAT(tenon_program("show --format cpp --from " + quoted(live.scratch.url()) + " --out " +
                           quoted(takeover.project()))
                 .output,
             Catch::Contains(note) && !Catch::Contains("correct-horse"));
  CHECK_THAT(tenon_program("init --from " + quoted(live.scratch.url()) + " --out " +
                           quoted(takeover.project() / "more"))
                 .output,
             Catch::Contains(note) && !Catch::Contains("correct-horse"));
}

TEST_CASE("a file that no tool takes for a script is named") {
  const Takeover takeover;
  takeover.write("1_a.up.sql", "CREATE TABLE t (id integer);");
  takeover.write("2_b.up.SQL", "CREATE TABLE u (id integer);");
  takeover.write("3_c.psql", "CREATE TABLE v (id integer);");
  const json refused = json_of(takeover.init("golang-migrate", "--format json"), 1);
  CHECK(names_in(refused) ==
        std::set<std::string>{"file 2_b.up.SQL not run", "file 3_c.psql not run"});
}

TEST_CASE("no password is on the command line of pg_dump") {
  const Takeover takeover;
  takeover.write("1.sql", "CREATE TABLE t (id integer);");
  takeover.write("../bin/pg_dump",
                 "#!/bin/sh\n[ \"$1\" = --version ] || echo \"[$*] [$PGPASSWORD]\" >> \"$0.log\"\n"
                 "PATH=${PATH#*:} exec pg_dump \"$@\"\n");
  const fs::path program = takeover.scripts().parent_path() / "bin/pg_dump";
  fs::permissions(program, fs::perms::owner_all);
  const std::string url = test::server().url();
  const Outcome made = tenon_program(
      takeover.init("sql"),
      "TENON_POSTGRESQL_BIN=" + quoted(program.parent_path()) + " TENON_SCRATCH_URL=" +
          quoted(url + (url.find('?') == url.npos ? "?" : "&") + "password=correct-horse"));
  INFO(made.output);
  CHECK(made.status == 0);
  CHECK_THAT(made.output, !Catch::Contains("correct-horse"));
  const std::string log = test::content_of(program.string() + ".log");
  CHECK_THAT(log, Catch::Contains("[correct-horse]\n"));
  CHECK(log.find("correct-horse") == log.find("[correct-horse]") + 1);
}

TEST_CASE("a script that fails is told with its file, line, statement and what PostgreSQL said") {
  const Takeover takeover;
  const auto failure = [&](const std::string& tool) {
    const Outcome outcome = tenon_program("show --from " + takeover.source(tool));
    CHECK(outcome.status == 3);
    return outcome.output;
  };
  SECTION("in a section of a file") {
    takeover.write("1_a.sql",
                   "-- a comment\n-- migrate:up\nCREATE TABLE t ();\n\nCREATE TABLE u (\n"
                   "  a nothing\n);\n-- migrate:down\n");
    CHECK_THAT(failure("dbmate"), Catch::Contains("old scripts/1_a.sql:5: ") &&
                                      Catch::Contains("type \"nothing\" does not exist") &&
                                      Catch::Contains("in: CREATE TABLE u ( …"));
  }
  SECTION("where the tool has a transaction, nothing of it stays before it is tried again") {
    takeover.write("V1__a.sql",
                   "CREATE TABLE t (id integer);\nCREATE INDEX CONCURRENTLY i ON t (id);\n"
                   "SELECT 1/0;\n");
    CHECK_THAT(failure("flyway"),
               Catch::Contains("V1__a.sql:3: ") && Catch::Contains("division by zero"));
  }
  SECTION("a transaction that does not end") {
    takeover.write("1_a.sql", "SELECT 1;\nBEGIN;\nCREATE TABLE t ();\n");
    CHECK_THAT(failure("sql"),
               Catch::Contains("1_a.sql:2: the transaction that begins here does not end"));
  }
  SECTION("a command of psql") {
    takeover.write("1_a.sql", "SELECT 1;\n\\set x 1\n");
    CHECK_THAT(failure("sql"), Catch::Contains("1_a.sql:2: this is a command of psql"));
  }
  SECTION("what the tool would refuse") {
    takeover.write("sqitch.plan", "what is this\n");
    CHECK_THAT(failure("sqitch"), Catch::Contains("sqitch.plan:1: is no line of a plan"));
    CHECK_THAT(failure("sql"), Catch::Contains("has no scripts of plain SQL"));
  }
}

TEST_CASE("a label can be used by the script that adds it, and a script can be of two tools") {
  const Takeover takeover;
  takeover.write("V1__a.sql", "CREATE TYPE mood AS ENUM ('sad');");
  takeover.write("V2__b.sql",
                 "-- migrate:up\nALTER TYPE mood ADD VALUE 'glad';\n"
                 "CREATE TABLE t (mood mood DEFAULT 'glad');");
  const Outcome shown = tenon_program("show --from " + takeover.source("flyway"));
  CHECK(shown.status == 0);
  CHECK_THAT(shown.output, Catch::Contains("DEFAULT 'glad'::mood"));
  // dbmate's files begin with a number, but the mark is there.
  const Outcome unclear = tenon_program("show --from " + takeover.source("scripts"));
  CHECK(unclear.status == 2);
  CHECK_THAT(unclear.output, Catch::Contains("has scripts of Flyway (V1__a.sql) and of dbmate"));
}

TEST_CASE("what is accepted is a difference of scripts") {
  const Takeover takeover;
  const Outcome refused =
      tenon_program("init --from empty --accept x --out " + quoted(takeover.project()));
  CHECK(refused.status == 2);
  CHECK_THAT(refused.output, Catch::Contains("--accept is for other tools' scripts"));
  CHECK_FALSE(fs::exists(takeover.project()));
}

TEST_CASE("a table that is declared is nobody else's ledger, whatever it is called") {
  Table ledger;
  ledger.name.name = "schema_migrations";
  ledger.columns = {{.name = "version", .type = "text"}};
  Table other = ledger;
  other.columns.front().name = "release";
  Model model;
  model.tables = {ledger};
  CHECK(take_other_ledgers(model, model).empty());
  CHECK(model.tables.size() == 1);
  CHECK(take_other_ledgers(model).size() == 1);
  CHECK(model.tables.empty());
  model.tables = {other};
  CHECK(take_other_ledgers(model).empty());
}

}  // namespace
