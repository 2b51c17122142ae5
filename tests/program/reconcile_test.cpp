// tenon reconcile, and what comes before it: where structs, migrations and a database differ.
#include "reconcile_project.hpp"

#include <filesystem>
#include <fstream>
#include <string>

namespace tenon {
namespace {

using nlohmann::json;
using test::Outcome;
using test::ReconcileProject;

/// The rules and objects of what verify found.
json rules_in(const json& report) {
  json rules = json::object();
  for (const json& finding : report.at("drift").at("findings"))
    rules[finding.at("object").get<std::string>()] = finding.at("rule");
  return rules;
}

TEST_CASE("no drift: passes and writes nothing") {
  const ReconcileProject project;
  CHECK(project.tenon("check").status == 0);
  CHECK(project.on_live("verify").status == 0);
  const Outcome outcome = project.on_live("reconcile --model " + test::quoted(project.model()));
  CHECK(outcome.status == 0);
  CHECK(outcome.output == "the database has the schema of the migrations\n");
  const json report = project.reconciled();
  CHECK(report.at("result") == "same");
  CHECK(report.at("migration").is_null());
  CHECK(report.at("exit_status") == 0);
  CHECK(project.on_live("reconcile --format sql").output.empty());
  CHECK(project.count() == 1);
}

TEST_CASE("an unmigrated table: the structs have it and no migration makes it") {
  ReconcileProject project;
  Table orders;
  orders.name.name = "orders";
  orders.columns = {{.name = "id", .type = "bigint", .not_null = true}};
  project.declared.model.tables.push_back(orders);
  project.write();
  const Outcome checked = project.tenon("check");
  CHECK(checked.status == 1);
  CHECK_THAT(checked.output, Catch::Contains("table orders has no migration [tenon-drift]"));
  const json findings = json::parse(project.tenon("check --format json").output);
  CHECK(findings.at("findings").at(0).at("rule") == "tenon-drift");
  // The migrations say what a database is compared with, so that this comes first.
  const Outcome outcome = project.on_live("reconcile --model " + test::quoted(project.model()));
  CHECK(outcome.status == 1);
  CHECK_THAT(outcome.output, Catch::Contains("table orders has no migration [tenon-drift]"));
  CHECK(project.count() == 1);

  // Written, and not run: then it is to be run.
  project.write_migration();
  const Outcome pending = project.on_live("reconcile");
  CHECK(pending.status == 1);
  CHECK_THAT(pending.output, Catch::Contains("_000002_create_orders; run tenon up first") &&
                                 Catch::Contains("tenon stamp"));
  CHECK(project.count() == 2);
}

TEST_CASE("an unmigrated table: a migration that makes it was recorded and never run") {
  ReconcileProject project;
  Table orders;
  orders.name.name = "orders";
  orders.columns = {{.name = "id", .type = "bigint", .not_null = true}};
  project.declared.model.tables.push_back(orders);
  project.write_migration();
  project.up();
  project.drift("DROP TABLE orders");
  CHECK(project.on_live("verify").status == 1);
  CHECK(rules_in(project.verified()) == json{{"table orders", "table-missing"}});
  const Outcome outcome = project.on_live("reconcile");
  CHECK(outcome.status == 0);
  CHECK_THAT(outcome.output, Catch::StartsWith("blocking: statements of the code fail\n"
                                               "  table orders: missing [table-missing]\n") &&
                                 Catch::Contains("\nwrote ") &&
                                 Catch::Contains("_000003_reconcile\n  table orders: is new\n"));
  project.require_mended();
}

TEST_CASE("a column in the structs only") {
  ReconcileProject project;
  project.declared.model.tables.front().columns.push_back({.name = "nick", .type = "text"});
  project.write();
  const Outcome checked = project.tenon("check");
  CHECK(checked.status == 1);
  CHECK_THAT(checked.output, Catch::Contains("column users.nick (text) has no migration"));
  CHECK(project.on_live("verify").status == 0);
  CHECK(project.on_live("reconcile --model " + test::quoted(project.model())).status == 1);
  CHECK(project.count() == 1);
}

TEST_CASE("a column in the structs and the migrations only") {
  ReconcileProject project;
  project.drift("INSERT INTO users VALUES (1, 'a@b')");
  project.declared.model.tables.front().columns.push_back(
      {.name = "visits", .type = "integer", .not_null = true, .default_value = "0"});
  project.write_migration();
  project.up();
  project.drift("ALTER TABLE users DROP COLUMN visits");
  CHECK(rules_in(project.verified()).at("column users.visits") == "column-missing");
  const json report = project.reconciled();
  CHECK(report.at("result") == "written");
  CHECK(report.at("exit_status") == 0);
  const std::string id = report.at("migration");
  CHECK(report.at("sql") == project.up_sql(id));
  CHECK_THAT(
      project.up_sql(id),
      Catch::Contains("'column', 'public.users', 'visits', NULL, 'integer NOT NULL DEFAULT 0')") &&
          Catch::Contains("\n  ALTER TABLE users ADD COLUMN visits integer NOT NULL DEFAULT "
                          "0;\n"));
  project.require_mended();
  CHECK(project.asked("SELECT visits FROM users") == "0");
}

TEST_CASE("a constraint in the migrations only") {
  ReconcileProject project;
  SECTION("the structs do not have it") {
    project.declared.model.tables.front().constraints.pop_back();
    project.write();
    const Outcome checked = project.tenon("check");
    CHECK(checked.status == 1);
    CHECK_THAT(checked.output, Catch::Contains("constraint users_email_has_at on users is made by "
                                               "migration") &&
                                   Catch::Contains("[tenon-undeclared]"));
    CHECK(project.on_live("reconcile --model " + test::quoted(project.model())).status == 1);
    CHECK(project.count() == 1);
  }
  SECTION("the database does not have it") {
    project.drift("ALTER TABLE users DROP CONSTRAINT users_email_has_at");
    CHECK(rules_in(project.verified()) ==
          json{{"constraint users_email_has_at on users", "constraint-missing"}});
    const Outcome outcome = project.on_live("reconcile");
    CHECK(outcome.status == 0);
    CHECK_THAT(outcome.output, Catch::StartsWith("integrity: "));
    project.require_mended();
  }
}

TEST_CASE("an index in the database only") {
  ReconcileProject project;
  project.drift("CREATE INDEX by_hand ON users (lower(email))");
  CHECK(rules_in(project.verified()) == json{{"index by_hand", "index-unexpected"}});
  CHECK(project.on_live("verify").status == 1);
  const json planned = project.reconciled("--plan");
  CHECK(planned.at("result") == "planned");
  CHECK(planned.at("folder").is_null());
  CHECK(project.count() == 1);
  const Outcome outcome = project.on_live("reconcile");
  CHECK(outcome.status == 0);
  CHECK_THAT(outcome.output, Catch::StartsWith("cosmetic: ") &&
                                 Catch::Contains("  index by_hand: (((lower(email)))) is gone\n"));
  project.require_mended();
}

/// What the code calls matches, the database calls buddies, and some more has drifted.
class Community : public ReconcileProject {
 public:
  Community() {
    Table matches;
    matches.name.name = "matches";
    matches.columns = {
        {.name = "id", .type = "bigint", .not_null = true},
        {.name = "user_id", .type = "bigint", .not_null = true},
        {.name = "status", .type = "match_status", .not_null = true, .default_value = "'new'"},
        {.name = "matched_at", .type = "date"}};
    matches.constraints = {{.name = "matches_pkey", .definition = PrimaryKey{{"id"}, {}}},
                           {.name = "matches_user_id_fkey",
                            .definition = ForeignKey{.columns = {"user_id"},
                                                     .referenced_table = {"public", "users"},
                                                     .referenced_columns = {"id"},
                                                     .on_delete = ReferentialAction::cascade}}};
    matches.comment = "Who was introduced to whom";
    matches.indexes = {{.name = "matches_user_id_idx", .elements = {{.target = "user_id"}}}};
    declared.model.enums = {{.name = {"public", "match_status"}, .labels = {"new", "met"}}};
    declared.model.tables.push_back(matches);
    write_migration();
    up();
    drift(R"(
DROP TABLE matches;
DROP TYPE match_status;
CREATE TABLE buddies (
  id bigint PRIMARY KEY,
  user_id bigint NOT NULL REFERENCES users,
  status text NOT NULL DEFAULT 'new',
  since date
);
CREATE INDEX by_user ON buddies (user_id);
INSERT INTO users VALUES (1, 'ada@b'), (2, 'grace@b');
INSERT INTO buddies VALUES (1, 1, 'new', '2026-01-02'), (2, 2, 'met', NULL))");
  }
};

constexpr const char* renames = "--rename buddies=matches --rename buddies.since=matched_at";

TEST_CASE("the reconcile story: another name keeps its rows, and texts become labels") {
  Community project;
  const Outcome drifted = project.on_live("verify");
  CHECK(drifted.status == 1);
  CHECK_THAT(drifted.output, Catch::Contains("blocking: ") &&
                                 Catch::Contains("  table matches: missing [table-missing]\n") &&
                                 Catch::Contains("  table buddies: unexpected"));
  const Outcome outcome = project.on_live(std::string{"reconcile "} + renames);
  INFO(outcome.output);
  CHECK(outcome.status == 0);
  CHECK_THAT(outcome.output,
             Catch::Contains("  table matches: name: buddies -> matches\n") &&
                 Catch::Contains("  column matches.matched_at: name: since -> matched_at\n") &&
                 Catch::Contains("  column matches.status: type: text -> match_status\n") &&
                 !Catch::Contains("stays"));
  project.require_mended();
  CHECK(project.asked("SELECT string_agg(format('%s %s %s %s', id, user_id, status, matched_at), "
                      "', ' ORDER BY id) FROM matches") == "1 1 new 2026-01-02, 2 2 met ");
}

TEST_CASE("the reconcile story: values that are no label are named, and nothing is written") {
  Community project;
  project.drift("INSERT INTO buddies VALUES (3, 1, 'it''s off'), (4, 1, 'it''s off'), (5, 1, 'x')");
  const json refused = project.reconciled(renames);
  CHECK(refused.at("result") == "refused");
  CHECK(refused.at("exit_status") == 1);
  const json& problem = refused.at("refused").at(0);
  CHECK(problem.at("object") == "column buddies.status");
  CHECK(problem.at("values") ==
        json::array({{{"value", "'it''s off'"}, {"rows", 2}}, {{"value", "'x'"}, {"rows", 1}}}));
  const Outcome outcome = project.on_live(std::string{"reconcile "} + renames);
  CHECK(outcome.status == 1);
  CHECK_THAT(outcome.output,
             Catch::Contains("refused, and nothing is written") &&
                 Catch::Contains("column buddies.status has values that are no label of "
                                 "match_status, which are 'new', 'met'\n"
                                 "      'it''s off' in 2 rows\n      'x' in 1 row\n"));
  CHECK(project.count() == 2);

  // A row that comes later stops the migration, which leaves everything as it is.
  project.drift("DELETE FROM buddies WHERE id > 2");
  CHECK(project.on_live(std::string{"reconcile "} + renames).status == 0);
  project.drift("INSERT INTO buddies VALUES (3, 1, 'maybe'), (4, 1, 'no')");
  const Outcome stopped = project.on_live("up");
  CHECK(stopped.status == 1);
  CHECK_THAT(stopped.output, Catch::Contains("column matches.status has values that are no label "
                                             "of match_status: 'maybe', 'no'"));
  CHECK(project.asked("SELECT count(*) FROM buddies") == "4");
}

TEST_CASE("the reconcile story: without a rename the old table stays, with its rows") {
  Community project;
  const Outcome outcome = project.on_live("reconcile");
  INFO(outcome.output);
  CHECK(outcome.status == 1);
  CHECK_THAT(outcome.output,
             Catch::Contains("\nwrote ") && Catch::Contains("  table matches: is new\n") &&
                 Catch::Contains("stays as it is, and tenon verify goes on to report it:\n"
                                 "  table buddies: it is in the database alone, and dropping it "
                                 "loses what is in it\n"
                                 "      to allow it: --allow-destructive buddies\n"
                                 "      to let it be: {\"object\":\"table buddies\"") &&
                 Catch::Contains("if it is the same under another name: --rename buddies=matches"));
  project.up();
  CHECK(rules_in(project.verified()) == json{{"table buddies", "table-unexpected"}});
  CHECK(project.asked("SELECT count(*) FROM buddies") == "2");
}

TEST_CASE("what is in the database alone is dropped only by name") {
  ReconcileProject project;
  project.drift(
      "CREATE TABLE old (x int); ALTER TABLE users ADD legacy text; "
      "CREATE INDEX ON users (legacy); CREATE VIEW old_view AS SELECT x FROM old");
  const json left = project.reconciled("--plan");
  CHECK(left.at("result") == "left");
  CHECK(left.at("exit_status") == 1);
  CHECK(left.at("stays").size() == 4);
  CHECK(left.at("migration").is_null());
  const json report = project.reconciled(
      "--allow-destructive old --allow-destructive users.legacy "
      "--allow-destructive 'view old_view'");
  CHECK(report.at("exit_status") == 0);
  const json written =
      json::parse(test::content_of(project.migrations() / report.at("migration") / "changes.json"));
  CHECK(written.at("acknowledged").size() == 2);
  project.require_mended();
}

TEST_CASE("what is ignored stays without a word") {
  ReconcileProject project;
  project.drift("CREATE TABLE old (x int); ALTER TABLE users DROP CONSTRAINT users_pkey");
  const auto file = project.root() / "ignore.json";
  std::ofstream{file} << R"({"ignore": [{"object": "table o*", "reason": "the archive"}]})";
  const json report = project.reconciled("--ignore " + test::quoted(file));
  CHECK(report.at("exit_status") == 0);
  CHECK(report.at("stays").empty());
  project.up();
  CHECK(project.on_live("verify --ignore " + test::quoted(file)).status == 0);
  CHECK(project.asked("SELECT to_regclass('old')") == "old");
}

TEST_CASE("a likely rename is asked for before anything is written") {
  ReconcileProject project;
  project.drift("ALTER TABLE users RENAME TO people");
  const Outcome outcome = project.on_live("reconcile");
  CHECK(outcome.status == 1);
  CHECK_THAT(outcome.output,
             Catch::Contains("  table users may be table people under another name\n"
                             "      it is, and keeps what is in it: --rename people=users\n"));
  CHECK(project.reconciled().at("refused").at(0).at("advice") == "--rename people=users");
  CHECK(project.count() == 1);
  CHECK(project.on_live("reconcile --rename people=users").status == 0);
  project.require_mended();
}

TEST_CASE("a column that must have a value is filled with what a person says") {
  ReconcileProject project;
  project.drift(
      "ALTER TABLE users ALTER email DROP NOT NULL; "
      "INSERT INTO users VALUES (1, 'ada@b'), (2, NULL)");
  const Outcome refused = project.on_live("reconcile");
  CHECK(refused.status == 1);
  CHECK_THAT(refused.output, Catch::Contains("column users.email is to be NOT NULL, and 1 row has "
                                             "no value in it\n      say which value they get: "
                                             "--fill \"users.email=EXPRESSION\"\n"));
  CHECK(project.on_live("reconcile --fill \"users.email='user' || id || '@b'\"").status == 0);
  project.require_mended();
  CHECK(project.asked("SELECT string_agg(email, ' ' ORDER BY id) FROM users") == "ada@b user2@b");
}

TEST_CASE("rows that a missing constraint would refuse are counted, and nothing is written") {
  Community project;
  project.drift(
      "ALTER TABLE users DROP CONSTRAINT users_pkey CASCADE;"
      "ALTER TABLE users DROP CONSTRAINT users_email_has_at;"
      "INSERT INTO users VALUES (2, 'nobody'), (3, 'no one');"
      "INSERT INTO buddies VALUES (7, 70, 'new', NULL)");
  const json refused = project.reconciled(renames).at("refused");
  json messages = json::object();
  for (const json& one : refused) messages[one.at("object").get<std::string>()] = one.at("message");
  CHECK(messages ==
        json{{"constraint users_pkey on users", "is broken by 1 value that several rows have"},
             {"constraint users_email_has_at on users",
              "is broken by 2 rows of which it is not true"},
             {"constraint matches_user_id_fkey on matches",
              "is broken by 1 row that refers to none"}});
  for (const json& one : refused) {
    const std::string advice = one.at("advice");
    CHECK(advice.starts_with("mend that first: SELECT "));
    project.drift(advice.substr(advice.find("SELECT")));
  }
  CHECK(project.count() == 2);
}

TEST_CASE("labels that are missing are added, by another type where they are needed at once") {
  Community project;
  project.drift(
      "DROP TABLE buddies; CREATE TYPE match_status AS ENUM ('met');"
      "CREATE TABLE matches (id bigint PRIMARY KEY, user_id bigint NOT NULL,"
      "  status match_status NOT NULL, matched_at date);"
      "INSERT INTO matches VALUES (1, 1, 'met')");
  CHECK(project.reconciled().at("exit_status") == 0);
  project.require_mended();
  CHECK(project.asked("SELECT status FROM matches") == "met");
  project.drift(
      "ALTER TABLE matches ALTER status DROP DEFAULT, ALTER status TYPE text;"
      "DROP TYPE match_status; CREATE TYPE match_status AS ENUM ('met');"
      "ALTER TABLE matches ALTER status TYPE match_status USING status::match_status,"
      "  ALTER status SET DEFAULT 'met'");
  CHECK(project.reconciled("again").at("exit_status") == 0);
  project.require_mended();
}

TEST_CASE("where only a part of the drift is, nothing is done, and SQL says so") {
  Community project;
  const std::string id = project.reconciled(renames).at("migration");
  project.drift("ALTER TABLE buddies DROP COLUMN status");
  CHECK(project.on_live("up").status == 0);
  CHECK(project.asked("SELECT count(*) FROM buddies") == "2");
  CHECK(project.on_live("verify").status == 1);
  const Outcome script = test::run_program("psql -X -v ON_ERROR_STOP=1 -f " +
                                           test::quoted(project.migrations() / id / "up.sql") +
                                           " " + test::quoted(project.live.scratch.url()));
  CHECK(script.status == 0);
  CHECK_THAT(script.output, Catch::Contains("nothing is reconciled, because only a part of the "
                                            "drift is here: table columns public.buddies is id "
                                            "bigint NOT NULL, since date, user_id bigint NOT NULL, "
                                            "not id bigint NOT NULL, since date, status text NOT "
                                            "NULL, user_id bigint NOT NULL"));
}

TEST_CASE("an edit of what was written is found") {
  ReconcileProject project;
  project.drift("ALTER TABLE users DROP CONSTRAINT users_email_has_at");
  const std::string id = project.reconciled().at("migration");
  const auto replace = [&](const std::string& file, const std::string& from,
                           const std::string& to) {
    std::string text = test::content_of(project.migrations() / id / file);
    const auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    std::ofstream{project.migrations() / id / file} << text.replace(at, from.size(), to);
  };
  CHECK(project.tenon("check").status == 0);
  SECTION("of the statements") {
    replace("up.sql", "RETURN;", "NULL;");
    CHECK_THAT(project.tenon("check").output, Catch::Contains("[tenon-edited]"));
  }
  SECTION("of the steps") {
    replace("changes.json", "'@'", "'!'");
    CHECK_THAT(project.tenon("check").output, Catch::Contains("[tenon-rendering]"));
  }
  CHECK(project.tenon("check").status == 1);
}

TEST_CASE("wrong usage is told, and writes nothing") {
  ReconcileProject project;
  project.drift("CREATE TABLE people (id bigint)");
  const auto says = [&](const std::string& options, const std::string& text) {
    const Outcome outcome = project.on_live("reconcile " + options);
    CHECK(outcome.status == 2);
    CHECK_THAT(outcome.output, Catch::Contains(text));
  };
  says("--rename people", "--rename is OLD=NEW or TABLE.OLD=NEW, not 'people'");
  says("--rename nobody=users", "the database has no such table, column or enum type");
  says("--rename people=persons", "the migrations make no table persons");
  says("--rename people=users", "the database has table users already");
  says("--rename people.id=name", "the migrations make no column people.name");
  says("--fill users=1", "the migrations make no such column");
  says("--fill \"users.email=1; DROP TABLE users\"", "it is no SQL expression");
  says("--format yaml", "--format is text, sql or json, not 'yaml'");
  says("'A slug'", "a migration is named with lower-case letters");
  CHECK(project.count() == 1);
}

}  // namespace
}  // namespace tenon
