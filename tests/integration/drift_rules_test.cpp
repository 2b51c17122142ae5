// Every rule of drift, by a database that breaks it.
#include "made_migrations.hpp"

#include <support/catch.hpp>
#include <support/server.hpp>
#include <tenon/runtime.hpp>
#include <tenon/testing/replay.hpp>

#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace tenon {
namespace {

using test::Database;
using test::migration;

std::vector<Migration> history() {
  return {migration(
      "m1", std::nullopt,
      "CREATE SCHEMA app; CREATE TYPE mood AS ENUM ('sad', 'happy');"
      "CREATE TYPE pair AS (a int, b int); CREATE DOMAIN positive AS int CHECK (value > 0);"
      "CREATE TABLE app.teams (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY);"
      "CREATE TABLE users (id bigint PRIMARY KEY, email text NOT NULL, nick text, feels mood "
      "DEFAULT "
      "'happy', twice bigint GENERATED ALWAYS AS (id * 2) STORED, team bigint,"
      "CONSTRAINT users_team_fkey FOREIGN KEY (team) REFERENCES app.teams DEFERRABLE,"
      "CONSTRAINT email_check CHECK (email <> ''));"
      "CREATE UNIQUE INDEX users_email ON users (email); CREATE INDEX users_nick ON users (nick);"
      "COMMENT ON TABLE users IS 'People';"
      "CREATE VIEW names AS SELECT id, nick FROM users;"
      "CREATE FUNCTION one() RETURNS int LANGUAGE sql AS 'SELECT 1';"
      "CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';"
      "CREATE TRIGGER touched BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION touch();"
      "ALTER TABLE users ENABLE ROW LEVEL SECURITY; CREATE POLICY own ON users USING (id > 0);",
      "")};
}

const ExpectedCatalog& expected() {
  static const auto catalog = testing::replay(history(), test::server());
  return catalog;
}

/// What somebody did by hand, and the rules that name it.
struct Case {
  std::string sql;
  std::set<std::string> rules;
};

const std::vector<Case>& cases() {
  static const std::vector<Case> all{
      {"ALTER TABLE users DROP CONSTRAINT users_team_fkey; DROP SCHEMA app CASCADE",
       {"schema-missing", "table-missing", "constraint-missing"}},
      {"DROP TABLE users CASCADE", {"table-missing", "trigger", "policy", "object-missing"}},
      {"DROP VIEW names; ALTER TABLE users DROP COLUMN nick",
       {"column-missing", "object-missing", "index-missing"}},
      {"ALTER TABLE users ALTER team TYPE int", {"column-type"}},
      {"ALTER TABLE users ALTER twice DROP EXPRESSION", {"column-filled-otherwise"}},
      {"ALTER TABLE app.teams ALTER id DROP IDENTITY", {"column-filled-otherwise"}},
      {"ALTER TABLE app.teams ALTER id SET INCREMENT 5", {"column-default"}},
      {"ALTER TABLE users ALTER nick SET NOT NULL", {"column-refuses-null"}},
      {"ALTER TABLE users ADD born date NOT NULL", {"column-unexpected-not-null"}},
      {"ALTER TABLE users ADD born date NOT NULL DEFAULT now()", {"column-unexpected"}},
      {"ALTER TABLE users ADD born date", {"column-unexpected"}},
      {"DROP TYPE pair", {"type-missing"}},
      {"DROP DOMAIN positive", {"type-missing"}},
      {"ALTER TYPE pair ADD ATTRIBUTE c int", {"type-different"}},
      {"DROP FUNCTION one", {"object-missing"}},
      {"DROP VIEW names; CREATE VIEW names AS SELECT id FROM users", {"object-shape"}},
      {"CREATE OR REPLACE VIEW names AS SELECT id, nick FROM users WHERE id > 1",
       {"definition-different"}},
      {"CREATE OR REPLACE FUNCTION one() RETURNS int LANGUAGE sql AS 'SELECT 2'",
       {"definition-different"}},
      {"ALTER VIEW names SET (security_barrier = true)", {"definition-different"}},
      {"ALTER TABLE users ALTER email DROP NOT NULL", {"column-allows-null"}},
      {"ALTER TABLE users ALTER feels DROP DEFAULT", {"column-default"}},
      {"ALTER TYPE mood ADD VALUE 'odd'", {"enum-labels"}},
      {"ALTER TYPE mood RENAME VALUE 'sad' TO 'gloomy'", {"enum-labels"}},
      {"ALTER TABLE users DROP CONSTRAINT email_check", {"constraint-missing"}},
      {"ALTER TABLE users ADD UNIQUE (nick)", {"constraint-unexpected"}},
      {"ALTER TABLE users ALTER CONSTRAINT users_team_fkey NOT DEFERRABLE",
       {"constraint-different"}},
      {"DROP INDEX users_email", {"unique-index-missing"}},
      {"CREATE UNIQUE INDEX by_nick ON users (nick)", {"unique-index-unexpected"}},
      {"ALTER DOMAIN positive SET NOT NULL", {"domain-rule"}},
      {"DROP TRIGGER touched ON users", {"trigger"}},
      {"ALTER TABLE users DISABLE TRIGGER touched", {"trigger"}},
      {"CREATE POLICY more ON users USING (true)", {"policy"}},
      {"ALTER TABLE users DISABLE ROW LEVEL SECURITY", {"policy"}},
      {"GRANT SELECT ON users TO public", {"privilege"}},
      {"ALTER TABLE users SET UNLOGGED; CREATE TABLE app.part () INHERITS (app.teams)",
       {"table-structure", "table-unexpected"}},
      {"CREATE PUBLICATION all_of_it FOR TABLE users", {"replication"}},
      {"ALTER TABLE users REPLICA IDENTITY FULL", {"replication"}},
      {"CREATE TYPE unfinished", {"unmodelled"}},
      {"CREATE TABLE extra (id int)", {"table-unexpected"}},
      {"CREATE FUNCTION two() RETURNS int LANGUAGE sql AS 'SELECT 2'", {"object-unexpected"}},
      {"CREATE TYPE colour AS ENUM ('red')", {"object-unexpected"}},
      {"DROP INDEX users_nick", {"index-missing"}},
      {"CREATE INDEX ON users (team)", {"index-unexpected"}},
      {"ALTER TABLE users RENAME CONSTRAINT email_check TO has_email", {"name"}},
      {"ALTER INDEX users_nick RENAME TO by_nick", {"name"}},
      {"COMMENT ON TABLE users IS NULL", {"comment"}},
      {"ALTER TABLE users SET (fillfactor = 70)", {"storage"}},
      {"ALTER TABLE users ALTER email SET STATISTICS 7", {"storage"}}};
  return all;
}

std::set<std::string> rules_of(const Verification& verification) {
  std::set<std::string> rules;
  for (const auto& finding : verification.findings) rules.emplace(finding.rule.id);
  return rules;
}

TEST_CASE("every kind of difference has its rule") {
  for (const auto& [sql, rules] : cases()) {
    INFO(sql);
    Database database;
    migrate(database.connection, history());
    database.connection.execute("SET search_path = public; " + sql);
    CHECK(rules_of(verify(database.connection, expected())) == rules);
  }
}

TEST_CASE("every rule is one that a database can break") {
  // Names follow from renames that a person told, and nobody tells verify() of one; what remains is
  // seen in the tests of verify().
  std::set<std::string> seen{"table-name", "column-name", "type-name", "extension-unexpected",
                             "column-order"};
  for (const auto& [sql, rules] : cases()) seen.insert(rules.begin(), rules.end());
  for (const DriftRule& rule : drift_rules()) {
    INFO(rule.id);
    CHECK(seen.contains(std::string{rule.id}));
  }
}

TEST_CASE("rules come most grave first, and each once") {
  std::set<std::string_view> ids;
  Severity before = Severity::blocking;
  for (const DriftRule& rule : drift_rules()) {
    INFO(rule.id);
    CHECK(rule.severity <= before);
    CHECK(ids.insert(rule.id).second);
    before = rule.severity;
  }
}

TEST_CASE("the page on drift has the table of the rules") {
  std::ifstream file{std::filesystem::path{TENON_SOURCE_DIR} / "docs/drift.md"};
  std::stringstream page;
  page << file.rdbuf();
  std::string table = "| Rule | Severity | What is seen |\n|---|---|---|\n";
  for (const DriftRule& rule : drift_rules())
    table += "| `" + std::string{rule.id} + "` | " + name_of(rule.severity) + " | " +
             std::string{rule.meaning} + (rule.is_drift ? "" : "; never fails") + " |\n";
  INFO("docs/drift.md must have this table:\n" << table);
  CHECK(page.str().find(table) != std::string::npos);
}

}  // namespace
}  // namespace tenon
