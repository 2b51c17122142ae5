// tenon squash: many migrations as one, and databases that ran all, some and none of them.
#include "model_edits.hpp"

#include <nlohmann/json.hpp>

#include <support/catch.hpp>
#include <support/server.hpp>
#include <tenon/history/sql_text.hpp>

namespace tenon {
namespace {

using Catch::Contains;
using test::BranchedHistory;
using test::Database;
using test::in_table;
using test::Outcome;
using test::quoted;
using test::table_with;

/// Four migrations: two tables, a column that rows need, a column with another name, an index.
struct Year : BranchedHistory {
  std::string first = add("", "first", [](Declarations& declared) {
    Table users = table_with("users", {"mail"});
    users.columns.front().identity = Identity::always;
    users.constraints.push_back({.name = "users_pkey", .definition = PrimaryKey{{"id"}, {}}});
    declared.model.tables = {users, table_with("roles", {"name"})};
  });
  std::string second =
      add(first, "second", in_table("users", [](Table& users) {
            users.columns.push_back({.name = "locale", .type = "text", .not_null = true});
          }));
  std::string third = add(second, "third", [](Declarations& declared) {
    in_table("users", [](Table& users) { users.columns.at(1).name = "email"; })(declared);
    declared.intents.renames = {
        {{ObjectKind::column, {"public", "users"}, "email"}, "", {"public", "mail"}}};
  });
  std::string fourth =
      add(third, "fourth", in_table("users", [](Table& users) {
            users.indexes.push_back({.name = "users_email_idx", .elements = {{.target = "email"}}});
          }));
  std::string squashed = "20260203_000004_squashed";
};

nlohmann::json status_of(const BranchedHistory& history, const Database& database) {
  const Outcome outcome = test::run_program(
      quoted(TENON_EXECUTABLE) + " status --format json --migrations " +
      quoted(history.folder().string()) + " --database " + quoted(database.scratch.url()));
  return nlohmann::json::parse(outcome.output);
}

std::vector<std::string> ledger_of(Database& database) {
  std::vector<std::string> ids;
  for (const Row& row :
       database.connection.query("SELECT id FROM tenon.migrations ORDER BY position"))
    ids.push_back(not_null(row[0]));
  return ids;
}

using Ids = std::vector<std::string>;

/// A history that was squashed, and databases that had run all of it, some of it and nothing.
struct Squashed : Year {
  Database all;
  Database some;
  Database none;

  Squashed() {
    write_zone(second, "UPDATE users SET locale = 'en';");
    REQUIRE(tenon("up", all).status == 0);
    all.connection.execute("INSERT INTO users (email, locale) VALUES ('a@b', 'de')");
    REQUIRE(tenon("up --to " + second, some).status == 0);
    outcome = tenon("squash --drop-backfill " + second);
    INFO(outcome.output);
    REQUIRE(outcome.status == 0);
  }

  Outcome outcome;
};

TEST_CASE("a history becomes one migration\\, and databases go on from where they are") {
  Squashed history;
  CHECK_THAT(history.outcome.output,
             Contains("in place of " + history.third) &&
                 Contains("dropped the zone in up.sql of " + history.second));
  CHECK(history.ids() == Ids{history.squashed});
  const auto migrations = read_migrations(history.folder());
  REQUIRE(migrations.front().replaces.size() == 4);
  CHECK(migrations.front().replaces.at(2).id == history.third);
  const Outcome checked = history.check();
  INFO(checked.output);
  CHECK(checked.status == 0);

  // One that ran some is refused, with the revision to go to first.
  const auto some = status_of(history, history.some);
  CHECK(some.at("partly_replaced").at(0).at("missing") ==
        nlohmann::json{history.third, history.fourth});
  CHECK(some.at("unknown").empty());
  CHECK(some.at("current") == false);
  for (const char* command : {"up", "up --dry-run", "up --plan", "down --to base",
                              "stamp --dry-run 20260203_000004_squashed"}) {
    INFO(command);
    const Outcome refused = history.tenon(std::string{command}, history.some);
    CHECK(refused.status == 1);
    CHECK_THAT(refused.output, Contains("has run only some (" + history.first + ", " +
                                        history.second + ") and lacks " + history.third) &&
                                   Contains("bring it to " + history.fourth + " first"));
  }
  CHECK(ledger_of(history.some) == Ids{history.first, history.second});

  // One that ran nothing runs it.
  CHECK(status_of(history, history.none).at("pending") == nlohmann::json{history.squashed});
  REQUIRE(history.tenon("up", history.none).status == 0);
  CHECK(ledger_of(history.none) == Ids{history.squashed});
  CHECK(status_of(history, history.none).at("current") == true);
  CHECK(history.tenon("down --to base", history.none).status == 0);
  CHECK(ledger_of(history.none).empty());
}

TEST_CASE("a database that ran all of a squash has run it\\, and the next run records it") {
  Squashed history;
  Database& all = history.all;
  const auto before = status_of(history, all);
  CHECK(before.at("current") == true);
  CHECK(before.at("current_head") == history.squashed);
  CHECK(before.at("replaced") == nlohmann::json{history.squashed});
  CHECK(before.at("unknown").empty());

  // The last that is replaced is the squash by another name, one before it is no revision.
  CHECK(history.tenon("down --to " + history.fourth, all).status == 0);
  const Outcome middle = history.tenon("down --to " + history.second, all);
  CHECK(middle.status == 1);
  CHECK_THAT(middle.output,
             Contains(history.second + " is one of those that " + history.squashed + " replaces"));
  all.connection.execute("UPDATE tenon.migrations SET digest = 'x' || digest WHERE id = '" +
                         history.second + "'");
  const Outcome changed = history.tenon("up", all);
  CHECK(changed.status == 1);
  CHECK_THAT(changed.output, Contains("changed after it ran in this database: " + history.second));
  all.connection.execute("UPDATE tenon.migrations SET digest = substr(digest, 2) WHERE id = '" +
                         history.second + "'");

  const Outcome dry = history.tenon("up --dry-run", all);
  CHECK_THAT(dry.output, Contains(history.squashed + " would be recorded"));
  CHECK(ledger_of(all).size() == 4);
  const Outcome up = history.tenon("up", all);
  CHECK(up.status == 0);
  CHECK_THAT(up.output, Contains(history.squashed) &&
                            Contains("recorded, because all that it replaces has run"));
  CHECK(ledger_of(all) ==
        Ids{history.first, history.second, history.third, history.fourth, history.squashed});
  CHECK(status_of(history, all).at("replaced").empty());
  CHECK(all.connection.query("SELECT email FROM users").at(0).at(0) == "a@b");
  CHECK_THAT(history.tenon("up", all).output, Contains("nothing to do"));

  // The next migration follows the squash, and the way back goes through both.
  const std::string next =
      history.add(history.squashed, "next", in_table("roles", [](Table& roles) {
                    roles.columns.push_back({.name = "note", .type = "text"});
                  }));
  CHECK(history.tenon("up", all).status == 0);
  CHECK(status_of(history, all).at("current_head") == next);
  CHECK(history.tenon("down --to base", all).status == 0);
  CHECK(ledger_of(all).empty());
  CHECK(history.tenon("up", all).status == 0);
  CHECK(ledger_of(all) == Ids{history.squashed, next});
}

TEST_CASE("an exported script treats a squash as the migrator does\\, and stamp records it") {
  Squashed history;
  const std::string script = (history.root() / "release.sql").string();
  REQUIRE(history.tenon("export -o " + quoted(script)).status == 0);
  const auto run = [&](const Database& database) {
    return test::run_program("psql -X -q -v ON_ERROR_STOP=1 -f " + quoted(script) + " " +
                             quoted(database.scratch.url()));
  };
  for (int i = 0; i < 2; ++i) {
    const Outcome ran = run(history.all);
    INFO(ran.output);
    CHECK(ran.status == 0);
    CHECK(run(history.none).status == 0);
  }
  CHECK(ledger_of(history.all).size() == 5);
  CHECK(ledger_of(history.all).back() == history.squashed);
  CHECK(ledger_of(history.none) == Ids{history.squashed});
  const Outcome refused = run(history.some);
  CHECK(refused.status != 0);
  CHECK_THAT(refused.output, Contains("has run only some; bring it to " + history.fourth));
  CHECK(status_of(history, history.all).at("replaced").empty());

  history.all.connection.execute("DELETE FROM tenon.migrations WHERE id = '" + history.squashed +
                                 "'");
  const Outcome stamped = history.tenon("stamp " + history.squashed, history.all);
  CHECK_THAT(stamped.output, Contains("recorded without running it: " + history.squashed));
  CHECK(ledger_of(history.all).back() == history.squashed);
}

TEST_CASE("a range in the middle is squashed\\, and what comes after it stays as it is") {
  const Year history;
  history.write_zone(history.second, "UPDATE users SET locale = 'en';");
  Database all;
  REQUIRE(history.tenon("up", all).status == 0);
  Database first_only;
  REQUIRE(history.tenon("up --to " + history.first, first_only).status == 0);
  first_only.connection.execute("INSERT INTO users (mail) VALUES ('a@b')");
  const std::string after = test::content_of(history.folder() / history.fourth / "changes.json");

  const Outcome outcome = history.tenon("squash middle --from " + history.second + " --to " +
                                        history.third + " --keep-backfill " + history.second);
  INFO(outcome.output);
  REQUIRE(outcome.status == 0);
  const std::string squashed = "20260203_000003_middle";
  CHECK(history.ids() == Ids{history.first, squashed, history.fourth});
  CHECK(test::content_of(history.folder() / history.fourth / "changes.json") == after);
  const Outcome checked = history.check();
  INFO(checked.output);
  CHECK(checked.status == 0);

  // The column keeps what is in it, and the zone runs where it ran.
  const Outcome up = history.tenon("up", first_only);
  INFO(up.output);
  REQUIRE(up.status == 0);
  const Rows rows = first_only.connection.query("SELECT email, locale FROM users");
  CHECK(rows.at(0) == Row{"a@b", "en"});

  const auto status = status_of(history, all);
  CHECK(status.at("current") == true);
  CHECK(status.at("current_head") == history.fourth);
  REQUIRE(history.tenon("up", all).status == 0);
  CHECK(status_of(history, all).at("current_head") == history.fourth);
  CHECK(history.tenon("down --to " + history.first, all).status == 0);
  CHECK(ledger_of(all) == Ids{history.first});

  // And squashed again with the others.
  {
    Database with_middle;
    REQUIRE(history.tenon("up", with_middle).status == 0);
    const Outcome again = history.tenon("squash whole --drop-backfill " + squashed);
    INFO(again.output);
    REQUIRE(again.status == 0);
    CHECK(history.ids() == Ids{"20260203_000004_whole"});
    CHECK(history.check().status == 0);
    CHECK(status_of(history, with_middle).at("current") == true);
    CHECK(status_of(history, all).at("partly_replaced").at(0).at("missing").size() == 3);
  }
}

TEST_CASE("what people wrote is neither dropped nor kept without a word") {
  const Year history;
  history.write_zone(history.first, "INSERT INTO roles (id, name) VALUES (1, 'admin');");
  history.write_zone(history.third, "DELETE FROM roles WHERE name = 'x';", "down.sql");
  const auto before = history.files();

  const Outcome undecided = history.tenon("squash");
  CHECK(undecided.status == 1);
  CHECK_THAT(undecided.output, Contains("up.sql of " + history.first + " has a zone") &&
                                   Contains("INSERT INTO roles (id, name) VALUES (1, 'admin');") &&
                                   Contains("--keep-backfill " + history.first) &&
                                   Contains("down.sql of " + history.third + " has a zone") &&
                                   Contains("[tenon-squash-backfill]") &&
                                   Contains("nothing was written"));
  const Outcome json = history.tenon("squash --format json");
  CHECK(json.status == 1);
  CHECK(nlohmann::json::parse(json.output).at("findings").size() == 2);
  const Outcome wrong = history.tenon("squash --keep-backfill " + history.fourth);
  CHECK(wrong.status == 2);
  CHECK_THAT(wrong.output, Contains("none of the squashed migrations with this id has a backfill"));
  CHECK(history.files() == before);

  const std::string decided =
      "squash --keep-backfill " + history.first + " --drop-backfill " + history.third;
  const Outcome dry = history.tenon(decided + " --dry-run --format json");
  REQUIRE(dry.status == 0);
  const auto told = nlohmann::json::parse(dry.output);
  CHECK(told.at("squash") == history.squashed);
  CHECK(told.at("replaces").size() == 4);
  CHECK(told.at("kept_backfill") == nlohmann::json{history.first});
  CHECK(told.at("dropped_backfill") == nlohmann::json{history.third});
  CHECK(told.at("rows").empty());
  CHECK(history.files() == before);

  REQUIRE(history.tenon(decided).status == 0);
  CHECK(history.check().status == 0);
  Database database;
  REQUIRE(history.tenon("up", database).status == 0);
  CHECK(database.connection.query("SELECT name FROM roles").at(0).at(0) == "admin");
}

TEST_CASE("rows that a new database would lack are said") {
  const Year history;
  history.write_zone(history.first, "INSERT INTO roles (id, name) VALUES (1, 'admin');");
  const Outcome outcome = history.tenon("squash --drop-backfill " + history.first);
  INFO(outcome.output);
  CHECK(outcome.status == 0);
  CHECK_THAT(outcome.output, Contains("an empty database has 1 row in roles after the old "
                                      "migrations, and 0 after the new one"));
}

TEST_CASE("a kept zone that fails on the new schema is told\\, and nothing is written") {
  const Year history;
  // There is no row of which it is the locale yet, and there must be one in the end.
  history.write_zone(history.first, "INSERT INTO users (id) OVERRIDING SYSTEM VALUE VALUES (7);");
  history.write_zone(history.second, "UPDATE users SET locale = 'en' WHERE id = 7;");
  const auto before = history.files();
  const Outcome outcome = history.tenon("squash --keep-backfill " + history.first +
                                        " --keep-backfill " + history.second);
  CHECK(outcome.status == 1);
  CHECK_THAT(outcome.output, Contains("[tenon-squash-fails]") && Contains("\"locale\""));
  CHECK(history.files() == before);
}

TEST_CASE("a difference that PostgreSQL sees is printed\\, and nothing is written") {
  const BranchedHistory history;
  const std::string first = history.add("", "first", [](Declarations& declared) {
    declared.model.tables = {table_with("users", {"a", "b"})};
  });
  const std::string second = history.add(first, "second", in_table("users", [](Table& users) {
                                           users.columns.erase(users.columns.begin() + 1);
                                         }));
  const std::string third = history.add(second, "third", in_table("users", [](Table& users) {
                                          users.columns.push_back({.name = "a", .type = "text"});
                                        }));
  const auto before = history.files();
  // Column a is gone and new, so that it stands last, which no single migration does.
  const Outcome outcome = history.tenon("squash --from " + second);
  INFO(outcome.output);
  CHECK(outcome.status == 1);
  CHECK_THAT(outcome.output,
             Contains("[tenon-squash-different]") &&
                 Contains("pg_dump says of table public.users after the old migrations:\n") &&
                 Contains("nothing was written"));
  CHECK(history.files() == before);
}

TEST_CASE("a range must be one\\, and a name new") {
  const Year history;
  const auto before = history.files();
  const auto refused = [&](const std::string& arguments, const std::string& why) {
    const Outcome outcome = history.tenon("squash " + arguments);
    CHECK(outcome.status == 2);
    CHECK_THAT(outcome.output, Contains(why));
  };
  refused("--from 20260203_000009_x", "is not among the migrations");
  refused("--from " + history.third + " --to " + history.first, "comes after");
  refused("--from " + history.fourth, "it takes two migrations or more");
  refused("fourth", "is the name of another migration");
  refused("'No Slug'", "lower-case letters");
  CHECK(history.files() == before);
}

TEST_CASE("a squash beside what it replaces is a finding\\, and so is a lie about it") {
  const Year history;
  Database all;
  REQUIRE(history.tenon("up", all).status == 0);
  const std::filesystem::path aside = history.root() / "aside";
  std::filesystem::copy(history.folder(), aside, std::filesystem::copy_options::recursive);
  REQUIRE(history.tenon("squash").status == 0);
  std::filesystem::copy(aside / history.second, history.folder() / history.second);
  const Outcome outcome = history.check();
  CHECK(outcome.status == 1);
  CHECK_THAT(outcome.output, Contains(history.squashed + " replaces " + history.second +
                                      ", which is still there [tenon-squash]"));
  std::filesystem::remove_all(history.folder() / history.second);

  const std::filesystem::path file = history.folder() / history.squashed / "changes.json";
  const std::string text = test::content_of(file);
  const auto lie = [&](const std::function<void(nlohmann::ordered_json&)>& about) {
    auto json = nlohmann::ordered_json::parse(text);
    about(json.at("replaces"));
    std::ofstream{file} << json.dump(2);
  };
  lie([](auto& replaced) { replaced.erase(1); });
  const Outcome fewer = history.check();
  CHECK(fewer.status == 1);
  CHECK_THAT(fewer.output,
             Contains("[tenon-gap]") && Contains(history.squashed + " stands at position 3"));
  // What was replaced is not there any more: a database that has run it says what that was.
  lie([](auto& replaced) { replaced.at(1).at("digest") = std::string(64, '0'); });
  const Outcome other = history.tenon("up", all);
  CHECK(other.status == 1);
  CHECK_THAT(other.output, Contains("changed after it ran in this database: " + history.second));
}

TEST_CASE("released migrations may be squashed\\, when the squash says what was released") {
  const Year history;
  const auto git = [&](const std::string& arguments) {
    const Outcome outcome = test::run_program(
        "git -C " + quoted(history.root().string()) +
        " -c user.name=A -c user.email=a@example.org -c commit.gpgsign=false " + arguments);
    INFO(outcome.output);
    REQUIRE(outcome.status == 0);
  };
  git("init --quiet --initial-branch=main");
  git("add migrations");
  git("commit --quiet --message main");
  REQUIRE(history.tenon("squash --from " + history.second).status == 0);
  REQUIRE(history.check().status == 0);
  const auto policy = [&] {
    return history.tenon("policy --base main --model " +
                         quoted((history.root() / "model.json").string()));
  };
  const Outcome passed = policy();
  INFO(passed.output);
  CHECK(passed.status == 0);

  const std::filesystem::path file = history.folder() / history.squashed / "changes.json";
  const std::string text = test::content_of(file);
  auto json = nlohmann::ordered_json::parse(text);
  json.at("replaces").at(1).at("digest") = std::string(64, '0');
  std::ofstream{file} << json.dump(2);
  const Outcome other = policy();
  CHECK(other.status == 1);
  CHECK_THAT(other.output, Contains(history.squashed + " replaces " + history.third +
                                    ", but not as it was released") &&
                               Contains("[tenon-policy-replaced]"));
  json = nlohmann::ordered_json::parse(text);
  json.at("replaces").erase(1);
  std::ofstream{file} << json.dump(2);
  const Outcome forgotten = policy();
  CHECK(forgotten.status == 1);
  CHECK_THAT(forgotten.output, Contains("the released migration " + history.third + " is gone"));
}

TEST_CASE("a branch that began before the squash goes on after it") {
  const Year history;
  REQUIRE(history.tenon("squash").status == 0);
  // Written on a branch that still had the fourth migration.
  const std::string theirs =
      history.add(history.squashed, "theirs", in_table("roles", [](Table& roles) {
                    roles.columns.push_back({.name = "note", .type = "text"});
                  }));
  const std::filesystem::path file = history.folder() / theirs / "changes.json";
  auto json = nlohmann::ordered_json::parse(test::content_of(file));
  json.at("parent") = history.fourth;
  std::ofstream{file} << json.dump(2);
  const Outcome checked = history.check();
  INFO(checked.output);
  CHECK(checked.status == 0);
  Database database;
  CHECK(history.tenon("up", database).status == 0);
  CHECK(history.tenon("down --to base", database).status == 0);
}

TEST_CASE("embedded migrations carry what they replace") {
  const Year history;
  REQUIRE(history.tenon("squash --from " + history.third).status == 0);
  REQUIRE(history.tenon("squash whole").status == 0);
  const std::string source = (history.root() / "m.cpp").string();
  REQUIRE(history
              .tenon("embed --name embedded --header " +
                     quoted((history.root() / "m.hpp").string()) + " -o " + quoted(source))
              .status == 0);
  const std::string text = test::content_of(source);
  CHECK_THAT(text, Contains("all[0].replaces = {") && Contains(history.first) &&
                       Contains(history.squashed) && Contains(history.fourth));
}

}  // namespace
}  // namespace tenon
