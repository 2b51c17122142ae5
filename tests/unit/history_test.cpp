// The history: files, digests, the gate.
#include <nlohmann/json.hpp>

#include <support/catch.hpp>
#include <support/temporary_folder.hpp>
#include <tenon/diff/apply.hpp>
#include <tenon/diff/diff.hpp>
#include <tenon/history/author.hpp>
#include <tenon/history/backfill.hpp>
#include <tenon/history/check.hpp>
#include <tenon/history/errors.hpp>
#include <tenon/history/fold.hpp>
#include <tenon/history/folder.hpp>
#include <tenon/history/migration_json.hpp>
#include <tenon/history/model_json.hpp>
#include <tenon/history/slug.hpp>
#include <tenon/history/sql_text.hpp>
#include <tenon/model/lookup.hpp>

#include <algorithm>
#include <fstream>

namespace {

using namespace tenon;
namespace fs = std::filesystem;

Table users() {
  Table table;
  table.name.name = "users";
  table.columns = {{.name = "id", .type = "bigint", .not_null = true, .identity = Identity::always},
                   {.name = "email", .type = "text", .not_null = true}};
  table.constraints = {{.name = "users_pkey", .definition = PrimaryKey{{"id"}, {}}}};
  return table;
}

Declarations declared_users() {
  Declarations declared;
  declared.model.tables = {users()};
  declared.headers = {"schema/app.hpp"};
  declared.origins[{ObjectKind::table, {"public", "users"}, ""}] = {{"schema/app.hpp", 5, 8},
                                                                    "User"};
  declared.origins[{ObjectKind::column, {"public", "users"}, "email"}] = {{"schema/app.hpp", 7, 15},
                                                                          "email"};
  return declared;
}

// A history that leads to declared_users(), and then one more column.
std::vector<Migration> history_of_two() {
  Declarations declared = declared_users();
  std::vector<Migration> all = write_migrations({}, declared, "20260101", {}, "create_users");
  declared.model.tables[0].columns.push_back({.name = "locale", .type = "text", .not_null = true});
  for (Migration& next : write_migrations(fold(all), declared, "20260102", all.back().id, ""))
    all.push_back(std::move(next));
  return all;
}

std::vector<std::string> rules(const std::vector<Diagnostic>& findings) {
  std::vector<std::string> names;
  for (const Diagnostic& finding : findings) names.push_back(finding.rule);
  return names;
}

std::vector<std::string> rules_of(const std::vector<Migration>& migrations) {
  return rules(check_history(migrations, "migrations").findings);
}

}  // namespace

TEST_CASE("a model comes back from its JSON as it was", "[history]") {
  Model model;
  model.schemas = {{"auth", "who may"}};
  model.enums = {{{"auth", "role"}, {"member", "it's \"admin\""}, std::nullopt}};
  Table table = users();
  table.columns[1].collation = "\"C\"";
  table.columns[1].default_value = "''";
  table.constraints.push_back({.name = "users_team_fkey",
                               .definition = ForeignKey{{"id"},
                                                        {"auth", "teams"},
                                                        {"user_id"},
                                                        true,
                                                        ReferentialAction::cascade,
                                                        ReferentialAction::set_default},
                               .deferrability = Deferrability::initially_deferred,
                               .comment = "why"});
  table.constraints.push_back({.name = "c", .definition = CheckConstraint{"id > 0", true}});
  table.constraints.push_back(
      {.name = "x",
       .definition =
           ExclusionConstraint{"gist", {{{"id", false, {}, {}, true, true}, "="}}, {}, "true"}});
  table.indexes.push_back({.name = "i",
                           .method = "gin",
                           .unique = true,
                           .elements = {{"lower(email)", true, "\"C\"", "text_ops", false, false}},
                           .include = {"id"},
                           .predicate = "id > 1",
                           .storage_parameters = {{"fillfactor", "70"}}});
  model.tables = {table};

  const Model back = model_from_json(to_json(model));
  CHECK(back.schemas == model.schemas);
  CHECK(back.enums == model.enums);
  CHECK(back.tables == model.tables);
}

TEST_CASE("declarations come back from their JSON as they were", "[history]") {
  Declarations declared = declared_users();
  declared.enumerators[{"auth", "role"}] = {{"member", "a member"}};
  declared.intents.renames = {
      {{ObjectKind::column, {"public", "users"}, "email"}, "", {"", "mail"}}};
  declared.intents.conversions[{ObjectKind::column, {"public", "users"}, "id"}] = "id::bigint";
  declared.intents.acknowledged_drops = {{ObjectKind::table, {"public", "old"}, ""}};

  const Declarations back = declarations_from_json(to_json(declared));
  CHECK(back.headers == declared.headers);
  CHECK(back.model.tables == declared.model.tables);
  CHECK(back.origins == declared.origins);
  CHECK(back.enumerators == declared.enumerators);
  CHECK(back.intents.renames == declared.intents.renames);
  CHECK(back.intents.conversions == declared.intents.conversions);
  CHECK(back.intents.acknowledged_drops == declared.intents.acknowledged_drops);
}

TEST_CASE("a model's digest does not depend on the order of objects", "[history]") {
  Model model;
  model.tables = {users(), users()};
  model.tables[1].name.name = "accounts";
  Model other = model;
  std::ranges::reverse(other.tables);
  std::ranges::reverse(other.tables[0].columns);
  CHECK(model_digest(model) == model_digest(other));

  other.tables[0].columns[0].type = "integer";
  CHECK(model_digest(model) != model_digest(other));
}

TEST_CASE("JSON with a key that no field has is refused by its name", "[history]") {
  auto json = nlohmann::ordered_json::parse(to_json(Change{CreateTable{users()}}));
  json["table"]["colour"] = "blue";
  CHECK_THROWS_WITH(change_from_json(json.dump()),
                    Catch::Contains("change.table") && Catch::Contains("unknown key 'colour'"));
  json = nlohmann::ordered_json::parse(to_json(Change{CreateTable{users()}}));
  json["table"]["columns"][1]["name"] = nullptr;
  CHECK_THROWS_WITH(change_from_json(json.dump()),
                    Catch::Contains("change.table.columns[1].name: expected a string, found null"));
}

TEST_CASE("JSON that says a thing twice, of another kind, or before its kind is refused",
          "[history]") {
  const auto message_for = [](std::string_view text) -> std::string {
    try {
      (void)change_from_json(text);
    } catch (const std::invalid_argument& error) {
      return error.what();
    }
    return "accepted";
  };
  CHECK(message_for(R"({"kind": "paint table"})") == "change.kind: unknown kind 'paint table'");
  CHECK(message_for(R"({"kind": "drop column", "column": 7})") ==
        "change.column: expected an object, found a number");
  CHECK(message_for(R"({"kind": "drop column", "table": {"name": "a", "name": "b"}})") ==
        "change.table: the key 'name' twice");
  CHECK(message_for(R"({"table": {}, "kind": "drop column"})") ==
        "change: expected its kind before 'table'");
  CHECK(message_for("{}") == "change: expected an object with a kind, found an empty object");
  CHECK(message_for(R"({"kind": "drop column", "only_here": 1.5})") ==
        "change.only_here: expected no fraction, found 1.5");
  CHECK(message_for(R"({"kind": "drop column")").find("cut short") != std::string::npos);
  CHECK(message_for(R"({"kind": "drop column"} x)").find("no JSON") != std::string::npos);
}

TEST_CASE("the layout of JSON is that of nlohmann's, whatever stands in the texts", "[history]") {
  Table table = users();
  table.comment = "quotes \", a backslash \\, a line\n, a \x01, and \u00e9\u65e5";
  const Change change = CreateTable{table};
  for (const int indent : {-1, 0, 2})
    CHECK(to_json(change, indent) == nlohmann::ordered_json::parse(to_json(change)).dump(indent));
  CHECK(to_json(change_from_json(to_json(change, 2))) == to_json(change));
}

TEST_CASE("a digest ignores comments, blanks and line endings, and nothing else", "[history]") {
  const std::string digest = token_digest("SELECT 1, 'a -- b';\n");
  CHECK(token_digest("/* licence */ SELECT 1,\r\n  'a -- b'; -- done\r\n") == digest);
  CHECK(token_digest("SELECT 1, 'a --  b';") != digest);
  CHECK(token_digest("SELECT 11, 'a -- b';") != digest);
  CHECK(token_digest("SELECT 1;") != token_digest("SELECT 1"));
  CHECK_THROWS_AS(token_digest("SELECT 'open"), SqlError);
}

TEST_CASE("statements are split by PostgreSQL's scanner", "[history]") {
  const auto statements =
      split_statements("-- first\nSELECT ';';\n\nDO $$ BEGIN PERFORM 1; END $$;\n-- the end\n");
  REQUIRE(statements.size() == 2);
  CHECK(statements[0].text == "SELECT ';'");
  CHECK(statements[0].begin == 9);
  CHECK(statements[1].text == "DO $$ BEGIN PERFORM 1; END $$");
}

TEST_CASE("a statement tells by its opening what it is", "[history]") {
  const auto statements = split_statements(
      "CREATE /* soon */ Unique INDEX concurrently a ON b (c) -- at last\n;\n"
      "SELECT \"From\"\n");
  REQUIRE(statements.size() == 2);
  CHECK(statements[0].text == "CREATE /* soon */ Unique INDEX concurrently a ON b (c)");
  CHECK(statements[0].opening ==
        std::vector<std::string>{"create", "unique", "index", "concurrently"});
  CHECK(statements[1].opening == std::vector<std::string>{"select", "\"From\""});
}

TEST_CASE("a statement has all of a body of statements", "[history]") {
  const std::string function =
      "CREATE OR REPLACE FUNCTION f(a int DEFAULT (1)) RETURNS int BEGIN ATOMIC\n"
      "SELECT CASE WHEN a > 1 THEN (SELECT 2) END;\nSELECT a;\nEND";
  const std::string procedure = "create procedure p() begin atomic end";
  const std::string rule = "CREATE RULE r AS ON DELETE TO t DO (SELECT 1; SELECT 2)";
  const auto statements =
      split_statements(function + "; BEGIN; " + rule + ";" + procedure + "; END");
  REQUIRE(statements.size() == 5);
  CHECK(statements[0].text == function);
  CHECK(statements[1].text == "BEGIN");
  CHECK(statements[2].text == rule);
  CHECK(statements[3].text == procedure);
  CHECK(statements[4].text == "END");
}

TEST_CASE("what is between statements and is none is refused", "[history]") {
  CHECK(split_statements(" ;; -- nothing\n;").empty());
  CHECK_THROWS_AS(split_statements("1 + 1; SELECT 1"), SqlError);
  CHECK_THROWS_AS(split_statements("SELECT 1; 2; SELECT 3"), SqlError);
  CHECK_THROWS_AS(split_statements("SELECT 1; 2"), SqlError);
}

TEST_CASE("only statements that move data may stand in a backfill zone", "[history]") {
  CHECK(statements_that_are_no_data_moves("UPDATE a SET b = 1; INSERT INTO a SELECT 1; "
                                          "WITH x AS (DELETE FROM a RETURNING *) SELECT * FROM x")
            .empty());
  const auto forbidden = statements_that_are_no_data_moves(
      "DELETE FROM a; ALTER TABLE a ADD b int; SELECT 1 INTO c; "
      "SELECT 1 INTO c UNION SELECT 2 UNION SELECT 3");
  REQUIRE(forbidden.size() == 3);
  CHECK(forbidden[0].kind == "AlterTableStmt");
  CHECK(forbidden[1].kind == "SelectStmt");
  CHECK(forbidden[2].kind == "SelectStmt");
  CHECK_THROWS_AS(statements_that_are_no_data_moves("UPDATE"), SqlError);
  CHECK_THROWS_AS(statements_that_are_no_data_moves("UPDATE a SET \xff = 1"), SqlError);
}

TEST_CASE("zones are taken apart from what was generated", "[history]") {
  const ZonedSql zoned = take_apart(
      "SELECT 1;\n-- tenon:backfill begin\r\nUPDATE a SET b = 1;\n-- tenon:backfill end\nSELECT "
      "2;\n");
  CHECK(zoned.generated == "SELECT 1;\nSELECT 2;\n");
  REQUIRE(zoned.zones.size() == 1);
  CHECK(zoned.zones[0].text == "UPDATE a SET b = 1;\n");
  CHECK(zoned.zones[0].first_line == 3);
  CHECK_THROWS_AS(take_apart("-- tenon:backfill begin\n"), SqlError);
  CHECK_THROWS_AS(take_apart("-- tenon:backfill end\n"), SqlError);
}

TEST_CASE("generated migrations are a history without findings", "[history]") {
  const auto migrations = history_of_two();
  REQUIRE(migrations.size() == 2);
  CHECK(migrations[0].id == "20260101_000001_create_users");
  CHECK(migrations[1].parent == migrations[0].id);
  CHECK(migrations[1].id == "20260102_000002_add_users_locale");
  CHECK(rules_of(migrations).empty());
}

TEST_CASE("a NOT NULL column without a default brings a zone to fill in", "[history]") {
  const ZonedSql zoned = take_apart(history_of_two()[1].up_sql);
  CHECK(zoned.zones.size() == 1);
  CHECK_THAT(zoned.generated, Catch::Contains("SET NOT NULL"));
}

TEST_CASE("deferred checks are made right after a zone, before its table is altered", "[history]") {
  Declarations declared = declared_users();
  declared.model.tables[0].constraints.push_back(
      {.name = "users_email_key",
       .definition = UniqueConstraint{{"email"}, {}, false},
       .deferrability = Deferrability::initially_deferred});
  const auto first = write_migrations({}, declared, "20260101", {}, "");
  declared.model.tables[0].columns.push_back({.name = "locale", .type = "text", .not_null = true});
  const auto next = write_migrations(fold(first), declared, "20260102", first[0].id, "");
  CHECK_THAT(next.at(0).up_sql,
             Catch::Contains("-- tenon:backfill end\nSET CONSTRAINTS ALL IMMEDIATE;"));
  CHECK_THAT(history_of_two()[1].up_sql, !Catch::Contains("SET CONSTRAINTS"));
}

TEST_CASE("what a person writes into a zone is no finding, and DDL there is", "[history]") {
  auto migrations = history_of_two();
  std::string& sql = migrations[1].up_sql;
  const auto end = sql.find("-- tenon:backfill end");
  REQUIRE(end != std::string::npos);

  sql.insert(end, "UPDATE users SET locale = 'en';\n");
  CHECK(rules_of(migrations).empty());

  sql.insert(sql.find("-- tenon:backfill end"), "\nDROP TABLE users;\n");
  const auto findings = check_history(migrations, "migrations").findings;
  REQUIRE(rules(findings) == std::vector<std::string>{"tenon-handwritten-ddl"});
  const std::string until = sql.substr(0, sql.find("DROP TABLE"));
  CHECK(findings[0].location.line == 1 + std::ranges::count(until, '\n'));
}

TEST_CASE("each way to break a history has a message of its own", "[history]") {
  auto migrations = history_of_two();

  SECTION("a statement edited") {
    migrations[0].up_sql += "CREATE VIEW v AS SELECT 1;\n";
    CHECK(rules_of(migrations) == std::vector<std::string>{"tenon-edited"});
  }
  SECTION("a statement edited, and its digest") {
    migrations[0].up_sql += "CREATE VIEW v AS SELECT 1;\n";
    migrations[0].up_digest = token_digest(take_apart(migrations[0].up_sql).generated);
    CHECK(rules_of(migrations) == std::vector<std::string>{"tenon-rendering"});
  }
  SECTION("the way back edited") {
    migrations[1].down_sql += "SELECT 1;\n";
    CHECK(rules_of(migrations) == std::vector<std::string>{"tenon-edited"});
  }
  SECTION("two heads") {
    Migration other = migrations[1];
    other.id = "20260102_000002_other";
    migrations.push_back(other);
    CHECK(rules_of(migrations) == std::vector<std::string>{"tenon-two-heads"});
  }
  SECTION("a gap") {
    migrations.erase(migrations.begin());
    CHECK(rules_of(migrations) == std::vector<std::string>{"tenon-gap"});
  }
  SECTION("a position that does not follow") {
    migrations[1].id = "20260102_000007_add_users_locale";
    CHECK(rules_of(migrations) == std::vector<std::string>{"tenon-gap"});
  }
  SECTION("a baseline that is not the first") {
    migrations[1].baseline = true;
    const auto findings = check_history(migrations, "migrations").findings;
    REQUIRE(rules(findings) == std::vector<std::string>{"tenon-baseline"});
    CHECK(findings[0].location.file == "migrations/" + migrations[1].id + "/changes.json");
    CHECK_THAT(findings[0].message,
               Catch::Contains(migrations[1].id) && Catch::Contains(migrations[0].id));
    CHECK_THAT(findings[0].notes.at(0), Catch::Contains("take \"baseline\": true out"));
  }
  SECTION("changes that do not fit") {
    migrations[1].changes = migrations[0].changes;
    CHECK(rules_of(migrations) == std::vector<std::string>{"tenon-changes"});
  }
  SECTION("a zone left open") {
    migrations[1].up_sql += "-- tenon:backfill begin\n";
    CHECK(rules_of(migrations) == std::vector<std::string>{"tenon-sql"});
  }
  SECTION("the digest of the model") {
    migrations[1].model_digest = std::string(64, '0');
    CHECK(rules_of(migrations) == std::vector<std::string>{"tenon-digest"});
  }
}

TEST_CASE("SQL of another version is vouched for by its digest", "[history]") {
  auto migrations = history_of_two();
  migrations[0].generator = "0.0.1";
  migrations[0].up_sql = "SELECT 1;\n" + migrations[0].up_sql;
  migrations[0].up_digest = token_digest(take_apart(migrations[0].up_sql).generated);
  CHECK(rules_of(migrations).empty());
}

TEST_CASE("drift is told at the member, both ways", "[history]") {
  const auto migrations = history_of_two();
  const Head head = fold(migrations);
  Declarations declared = declared_users();

  const auto undeclared = check_drift(declared, head, migrations);
  REQUIRE(rules(undeclared) == std::vector<std::string>{"tenon-undeclared"});
  CHECK(undeclared[0].location.line == 5);
  CHECK_THAT(undeclared[0].message, Catch::Contains("column users.locale") &&
                                        Catch::Contains("20260102_000002_add_users_locale"));

  declared.model = head.model;
  CHECK(check_drift(declared, head, migrations).empty());

  tenon::find(declared.model.tables[0].columns, "email")->type = "varchar(320)";
  const auto changed = check_drift(declared, head, migrations);
  REQUIRE(rules(changed) == std::vector<std::string>{"tenon-drift"});
  CHECK(changed[0].location.line == 7);
  CHECK_THAT(changed[0].message, Catch::Contains("text -> varchar(320)"));
  CHECK_THAT(changed[0].notes.at(0), Catch::Contains("ALTER TABLE users"));
}

TEST_CASE("a rename that the history has made is not made again", "[history]") {
  Declarations declared = declared_users();
  auto migrations = write_migrations({}, declared, "20260101", {}, "create_users");
  declared.model.tables[0].columns[1].name = "mail";
  declared.intents.renames = {
      {{ObjectKind::column, {"public", "users"}, "mail"}, "", {"public", "email"}}};
  for (Migration& next :
       write_migrations(fold(migrations), declared, "20260102", migrations[0].id, ""))
    migrations.push_back(std::move(next));
  REQUIRE(migrations.size() == 2);
  REQUIRE(migrations[1].changes.size() == 1);
  CHECK(std::holds_alternative<RenameColumn>(migrations[1].changes[0]));
  CHECK_THAT(migrations[1].down_sql, Catch::Contains("RENAME COLUMN mail TO email"));
  CHECK(pending(declared.intents, fold(migrations)).renames.empty());
  CHECK(check_drift(declared, fold(migrations), migrations).empty());
}

TEST_CASE("labels are added by a migration of their own, because they count only after it",
          "[history]") {
  Declarations declared = declared_users();
  declared.model.enums = {{{"public", "role"}, {"member"}, {}}};
  const auto first = write_migrations({}, declared, "20260101", {}, "begin");
  declared.model.enums[0].labels = {"member", "admin"};
  declared.model.tables[0].columns.push_back(
      {.name = "role", .type = "role", .not_null = true, .default_value = "'admin'"});
  const auto next = write_migrations(fold(first), declared, "20260102", first[0].id, "");
  REQUIRE(next.size() == 2);
  CHECK(std::holds_alternative<AddEnumLabel>(next[0].changes.at(0)));
  CHECK(std::holds_alternative<AddColumn>(next[1].changes.at(0)));
  CHECK(next[1].parent == next[0].id);
}

TEST_CASE("a migration comes back from its folder as it was written", "[history]") {
  const test::TemporaryFolder folder;
  const auto migrations = history_of_two();
  for (const Migration& migration : migrations) write_migration(folder.path(), migration);
  const auto back = read_migrations(folder.path());
  REQUIRE(back.size() == 2);
  CHECK(back[1].id == migrations[1].id);
  CHECK(back[1].parent == migrations[1].parent);
  CHECK(back[1].up_sql == migrations[1].up_sql);
  CHECK(to_json_text(back[1]) == to_json_text(migrations[1]));
  CHECK(rules_of(back).empty());
  CHECK_THROWS_AS(write_migration(folder.path(), migrations[0]), HistoryError);
}

TEST_CASE("a baseline says so, and nothing else is written of it", "[history]") {
  auto migrations = history_of_two();
  const std::string plain = to_json_text(migrations[0]);
  CHECK_FALSE(migration_from_json(plain).baseline);
  migrations[0].baseline = true;
  const std::string marked = to_json_text(migrations[0]);
  CHECK(migration_from_json(marked).baseline);
  CHECK(rules_of(migrations).empty());
  std::string without = marked;
  const std::string line = "  \"baseline\": true,\n";
  REQUIRE(without.find(line) != without.npos);
  without.erase(without.find(line), line.size());
  CHECK(without == plain);
}

TEST_CASE("a file that is missing, cut short or of a newer format is named", "[history]") {
  const test::TemporaryFolder folder;
  const auto migrations = history_of_two();
  write_migration(folder.path(), migrations[0]);
  const fs::path changes = folder.path() / migrations[0].id / "changes.json";
  const std::string text = to_json_text(migrations[0]);

  std::ofstream{changes} << text.substr(0, text.size() / 2);
  CHECK_THROWS_WITH(read_migrations(folder.path()),
                    Catch::Contains("changes.json") && Catch::Contains("cut short"));

  std::string newer = text;
  newer.replace(newer.find("\"format\": 1"), 11, "\"format\": 9");
  std::ofstream{changes} << newer;
  CHECK_THROWS_WITH(read_migrations(folder.path()), Catch::Contains("format 9"));

  std::ofstream{changes} << text;
  fs::remove(folder.path() / migrations[0].id / "down.sql");
  CHECK_THROWS_WITH(read_migrations(folder.path()), Catch::Contains("down.sql"));

  CHECK_THROWS_WITH(read_migrations(folder.path() / "nowhere"), Catch::Contains("no such folder"));
}

TEST_CASE("a folder that cannot be written to leaves nothing half behind", "[history]") {
  const test::TemporaryFolder folder;
  const fs::path file = folder.path() / "migrations";
  std::ofstream{file} << "a file where the folder should be\n";
  CHECK_THROWS_AS(write_migration(file, history_of_two()[0]), HistoryError);
  CHECK(fs::is_regular_file(file));
}

TEST_CASE("a slug says what the migration does", "[history]") {
  CHECK(slug_of(history_of_two()[1].changes) == "add_users_locale");
  CHECK(
      slug_of({CreateTable{users()}, DropColumn{{"public", "a"}, {.name = "b", .type = "text"}}}) ==
      "create_users_and_more");
  CHECK_FALSE(why_no_slug("add_locale_2"));
  CHECK(why_no_slug("Add locale") ==
        "a migration is named with lower-case letters, digits and underscores, at most 60 of them, "
        "not 'Add locale'");
  CHECK(why_no_slug("../x"));
  CHECK(why_no_slug(""));
}
