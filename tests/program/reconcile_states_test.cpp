// tenon reconcile: in which databases its migration does something, and what is left after it.
#include "reconcile_project.hpp"

#include <string>

namespace tenon {
namespace {

using nlohmann::json;
using test::Database;
using test::Outcome;
using test::ReconcileProject;

/// Another database of the project, in which the migrations have run that there are now.
Database another(const ReconcileProject& project) {
  Database database;
  const Outcome ran = project.on(database, "up");
  INFO(ran.output);
  REQUIRE(ran.status == 0);
  return database;
}

std::string value_in(Database& database, const std::string& sql) {
  return database.connection.query(sql).at(0).at(0).value_or("null");
}

TEST_CASE("a table of the same name and with other columns is another one and stays") {
  ReconcileProject project;
  Database other = another(project);
  const std::string other_table =
      " (customer text PRIMARY KEY, paid numeric); INSERT INTO legacy VALUES ('ada', 9)";
  SECTION("where one was dropped") {
    project.drift("CREATE TABLE legacy (a int)");
    REQUIRE(project.reconciled("--allow-destructive legacy").at("exit_status") == 0);
  }
  SECTION("where one was renamed") {
    project.drift("ALTER TABLE users RENAME TO legacy");
    other.connection.execute("DROP TABLE users");
    REQUIRE(project.reconciled("--rename legacy=users").at("exit_status") == 0);
  }
  other.connection.execute("CREATE TABLE legacy" + other_table);
  const Outcome ran = project.on(other, "up");
  INFO(ran.output);
  CHECK(ran.status == 0);
  CHECK(value_in(other, "SELECT paid FROM legacy") == "9");
  project.require_mended();
}

TEST_CASE("settings of a database do not change how its drift is known again") {
  ReconcileProject project;
  project.declared.model.tables.front().columns.push_back(
      {.name = "since", .type = "date", .default_value = "'2026-01-02'::date"});
  project.declared.model.tables.front().columns.push_back(
      {.name = "pause", .type = "interval", .default_value = "'1 day 02:00:00'::interval"});
  project.write_migration();
  project.up();
  const std::string drift =
      "ALTER TABLE users ALTER since SET DEFAULT DATE '2026-03-04',"
      " ALTER pause SET DEFAULT INTERVAL '3 days 4 hours'";
  Database other = another(project);
  const auto set = [](Database& database) {
    database.connection.execute(
        "DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET datestyle = ''German''',"
        " current_database()); EXECUTE format('ALTER DATABASE %I SET intervalstyle ="
        " ''sql_standard''', current_database()); EXECUTE format('ALTER DATABASE %I SET"
        " quote_all_identifiers = on', current_database()); END $$");
  };
  project.drift(drift);
  other.connection.execute(drift);
  SECTION("those of another database") {
    set(other);
  }
  SECTION("those of the database that was read") {
    set(project.live);
  }
  CHECK(project.reconciled().at("exit_status") == 0);
  project.require_mended();
  CHECK(project.on(other, "up").status == 0);
  CHECK(project.on(other, "verify").status == 0);
}

TEST_CASE("the statements run with the settings of the session") {
  ReconcileProject project;
  project.drift("ALTER TABLE users DROP CONSTRAINT users_email_has_at");
  const std::string id = project.reconciled().at("migration");
  const Outcome script = test::run_program(
      "psql -X -q -At -v ON_ERROR_STOP=1 -c \"BEGIN; SET datestyle = 'German, DMY'; "
      "SET search_path = pg_catalog, public\" -f " +
      test::quoted(project.migrations() / id / "up.sql") +
      " -c \"SELECT current_setting('datestyle'), current_setting('search_path')\" -c COMMIT " +
      test::quoted(project.live.scratch.url()));
  CHECK(script.output == "German, DMY|pg_catalog, public\n");
  project.require_mended();
}

TEST_CASE("what is mended on the way is not said to stay") {
  ReconcileProject project;
  project.declared.model.definitions = {
      {.name = {ObjectKind::view, {"public", "addresses"}, ""},
       .statement = "CREATE VIEW addresses AS SELECT users.email FROM users"}};
  project.write_migration();
  project.up();
  project.drift(
      "DROP VIEW addresses; ALTER TABLE users ALTER email TYPE varchar(50);"
      "CREATE VIEW addresses AS SELECT users.email FROM users");
  const Outcome outcome = project.on_live("reconcile");
  INFO(outcome.output);
  CHECK(outcome.status == 0);
  CHECK_THAT(outcome.output, !Catch::Contains("stays"));
  project.require_mended();
}

TEST_CASE("what stays of a table hides nothing else that is left of it") {
  ReconcileProject project;
  project.drift(
      "ALTER TABLE users SET UNLOGGED; ALTER TABLE users DROP CONSTRAINT users_email_has_at");
  const Outcome outcome = project.on_live("reconcile");
  INFO(outcome.output);
  CHECK(outcome.status == 1);
  CHECK_THAT(outcome.output,
             Catch::Contains("\nwrote ") && Catch::Contains("table users: no condition tells"));
  project.up();
  const json left = project.verified().at("drift").at("findings");
  REQUIRE(left.size() == 1);
  CHECK_THAT(left.at(0).at("object").get<std::string>(), Catch::Equals("table users"));
}

TEST_CASE("a trigger that does not fire is told apart and mended") {
  ReconcileProject project;
  project.declared.model.definitions = {
      {.name = {ObjectKind::function, {"public", "touch"}, ""},
       .statement = "CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$\n"
                    "BEGIN\n  RETURN NEW;\nEND;\n$$"},
      {.name = {ObjectKind::trigger, {"public", "users"}, "users_touch"},
       .statement = "CREATE TRIGGER users_touch BEFORE UPDATE ON users FOR EACH ROW EXECUTE "
                    "FUNCTION touch()"}};
  project.write_migration();
  project.up();
  project.drift("ALTER TABLE users DISABLE TRIGGER users_touch");
  CHECK(project.on_live("verify").status == 1);
  const json report = project.reconciled();
  INFO(report.dump(2));
  CHECK(report.at("exit_status") == 0);
  project.require_mended();
}

}  // namespace
}  // namespace tenon
