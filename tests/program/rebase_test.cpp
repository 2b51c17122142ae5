// tenon rebase: two branches of one history.
#include "two_branches.hpp"

#include <nlohmann/json.hpp>

#include <support/catch.hpp>
#include <support/server.hpp>

namespace tenon {
namespace {

using Catch::Contains;
using test::BranchedHistory;
using test::Edit;
using test::Outcome;
using test::quoted;
using test::table_with;
using test::TwoBranches;
using test::with_column;
using test::with_table;

Edit in_users(const std::function<void(Table&)>& edit) {
  return test::in_table("users", edit);
}

TEST_CASE("a branch goes on top of the other\\, with what was written by hand") {
  const TwoBranches history;
  history.write_zone(history.ours, "UPDATE users SET locale = 'en';");
  const std::string second =
      history.add(history.ours, "ours_too", with_column("users", {.name = "tz", .type = "text"}));
  const Outcome before = history.check();
  CHECK(before.status == 1);
  CHECK_THAT(before.output, Contains("two heads") && Contains("tenon rebase --onto"));

  const Outcome outcome = history.tenon("rebase --onto " + history.theirs);
  INFO(outcome.output);
  REQUIRE(outcome.status == 0);
  CHECK_THAT(outcome.output, Contains("rebased " + history.ours + " -> 20260301_000003_ours\n") &&
                                 Contains("kept the zone written by hand") &&
                                 Contains("rebased " + second + " -> 20260301_000004_ours_too\n"));
  CHECK(history.ids() == std::vector<std::string>{history.first, history.theirs,
                                                  "20260301_000003_ours",
                                                  "20260301_000004_ours_too"});
  const Outcome checked = history.check();
  INFO(checked.output);
  CHECK(checked.status == 0);

  // In a database with rows that has the other branch already.
  test::Database database;
  REQUIRE(history.tenon("up --to " + history.theirs, database).status == 0);
  database.connection.execute("INSERT INTO users (id) VALUES (1)");
  const Outcome up = history.tenon("up", database);
  INFO(up.output);
  REQUIRE(up.status == 0);
  CHECK(database.connection.query("SELECT locale FROM users").at(0).at(0) == "en");
  CHECK(history.tenon("down --to " + history.first, database).status == 0);
}

TEST_CASE("a zone stays in its place where the plan around it is another one") {
  const BranchedHistory history;
  const std::string first = history.add("", "first", with_table("users"));
  const std::string theirs = history.add(
      first, "theirs", in_users([](Table& users) {
        users.constraints.push_back({.name = "users_note_key",
                                     .definition = UniqueConstraint{.columns = {"note"}},
                                     .deferrability = Deferrability::initially_deferred});
      }));
  const std::string ours = history.add(
      first, "ours", with_column("users", {.name = "locale", .type = "text", .not_null = true}));
  history.write_zone(ours, "UPDATE users SET locale = 'en';");
  REQUIRE(history.tenon("rebase --onto " + theirs).status == 0);
  CHECK_THAT(test::content_of(history.folder() / "20260301_000003_ours" / "up.sql"),
             Contains("UPDATE users SET locale = 'en';\n-- tenon:backfill end\n"
                      "SET CONSTRAINTS ALL IMMEDIATE;\n"));
  CHECK(history.check().status == 0);
}

TEST_CASE("without a choice both heads are named\\, with the command for each") {
  const TwoBranches history;
  const auto before = history.files();
  const Outcome outcome = history.tenon("rebase");
  CHECK(outcome.status == 2);
  for (const std::string& id : {history.theirs, history.ours})
    CHECK_THAT(outcome.output, Contains("tenon rebase --onto " + id + " --migrations "));
  const Outcome unknown = history.tenon("rebase --onto " + history.first);
  CHECK(unknown.status == 2);
  CHECK_THAT(unknown.output, Contains(history.first + " is no head; the heads are"));
  CHECK(history.files() == before);
}

TEST_CASE("a rehearsal of a rebase writes nothing\\, and says the same in JSON") {
  const TwoBranches history;
  const auto before = history.files();
  const Outcome outcome = history.tenon("rebase --dry-run --format json --onto " + history.theirs);
  REQUIRE(outcome.status == 0);
  const auto json = nlohmann::json::parse(outcome.output);
  CHECK(json.at("onto") == history.theirs);
  CHECK(json.at("dry_run") == true);
  CHECK(json.at("rebased").at(0).at("from") == history.ours);
  CHECK(json.at("rebased").at(0).at("to") == "20260301_000003_ours");
  CHECK(json.at("rebased").at(0).at("kept_zones") == 0);
  CHECK(json.at("advice").get<std::string>().find("tenon down --to") != std::string::npos);
  CHECK(history.files() == before);
}

TEST_CASE("a history with one head is left as it is") {
  const BranchedHistory history;
  history.add("", "first", with_table("users"));
  const auto before = history.files();
  const Outcome outcome = history.tenon("rebase");
  CHECK(outcome.status == 0);
  CHECK_THAT(outcome.output, Contains("the history has one head"));
  CHECK(history.files() == before);
}

struct Clash {
  const char* name;
  std::function<void(Declarations&)> theirs;
  std::function<void(Declarations&)> ours;
  const char* object;
};

std::vector<Clash> clashes() {
  const auto retyped = [](const std::string& type) {
    return in_users([type](Table& users) { users.columns.at(1).type = type; });
  };
  const auto indexed = [](const std::string& name) {
    return in_users([name](Table& users) {
      users.indexes.push_back({.name = name, .elements = {{.target = "note"}}});
    });
  };
  const auto without_note = in_users([](Table& users) { users.columns.pop_back(); });
  const auto without_users = [](Declarations& declared) { declared.model.tables.clear(); };
  const auto renamed = [](Declarations& declared) {
    declared.model.tables.at(0).name.name = "people";
    declared.intents.renames = {
        {{ObjectKind::table, {"public", "people"}, ""}, "", {"public", "users"}}};
  };
  const auto viewed = [](const std::string& statement) {
    return [statement](Declarations& declared) {
      declared.model.definitions.push_back(
          {.name = {ObjectKind::view, {"public", "v"}, ""}, .statement = statement});
    };
  };
  const auto checked = [](const std::string& expression) {
    return in_users([expression](Table& users) {
      users.constraints.push_back(
          {.name = "users_check", .definition = CheckConstraint{expression, false}});
    });
  };
  const auto referring = [](Declarations& declared) {
    Table orders = table_with("orders", {});
    orders.constraints.push_back({.name = "orders_id_fkey",
                                  .definition = ForeignKey{.columns = {"id"},
                                                           .referenced_table = {"public", "users"},
                                                           .referenced_columns = {"id"}}});
    declared.model.tables.push_back(orders);
  };
  const auto partition = [](Declarations& declared) {
    Table child = table_with("some_users", {"note"});
    for (Column& column : child.columns) column.is_inherited = true;
    child.properties = {{PropertyKind::inherits, "users", "1"}};
    declared.model.tables.push_back(child);
  };
  const Column locale{.name = "locale", .type = "text"};
  const Column other_locale{.name = "locale", .type = "varchar(5)"};
  return {
      {"the type of a column", retyped("varchar(10)"), retyped("varchar(20)"), "column users.note"},
      {"a column that one drops", without_note, retyped("varchar(20)"), "column users.note"},
      {"a column that is added twice", with_column("users", locale),
       with_column("users", other_locale), "column users.locale"},
      {"a constraint", checked("id > 0"), checked("id > 1"), "constraint users_check on users"},
      {"an index", indexed("users_note_idx"), indexed("users_note_idx"), "index users_note_idx"},
      {"an index on what is dropped", without_note, indexed("users_note_idx"), "column users.note"},
      {"a definition", viewed("CREATE VIEW v AS SELECT 1 AS a"),
       viewed("CREATE VIEW v AS SELECT 2 AS a"), "view v"},
      {"a table that one drops", without_users, with_column("users", locale), "table users"},
      {"a table that the other drops", with_column("users", locale), without_users, "table users"},
      {"a table that is referred to", without_users, referring, "table users"},
      {"a table that gets another name", renamed, with_column("users", locale), "table users"},
      {"a table that gets a child", with_column("users", locale), partition, "table some_users"},
      {"a name that two tables' indexes take", indexed("taken"),
       [](Declarations& declared) {
         Table orders = table_with("orders", {"note"});
         orders.indexes.push_back({.name = "taken", .elements = {{.target = "note"}}});
         declared.model.tables.push_back(orders);
       },
       "index taken"}};
}

TEST_CASE("what both branches change is named\\, and nothing is written") {
  for (const Clash& clash : clashes()) {
    INFO(clash.name);
    const BranchedHistory history;
    const std::string first = history.add("", "first", with_table("users"));
    const std::string theirs = history.add(first, "theirs", clash.theirs);
    const std::string ours = history.add(first, "ours", clash.ours);
    const auto before = history.files();
    const Outcome outcome = history.tenon("rebase --onto " + theirs);
    INFO(outcome.output);
    CHECK(outcome.status == 1);
    CHECK_THAT(outcome.output,
               Contains(std::string{clash.object} + ": " + theirs + " and " + ours) &&
                   Contains("[tenon-rebase-conflict]") && Contains("nothing was written"));
    CHECK(history.files() == before);
  }
}

TEST_CASE("the same change on both sides is said to be the same\\, with the way out") {
  const BranchedHistory history;
  const Column locale{.name = "locale", .type = "text"};
  const std::string first = history.add("", "first", with_table("users"));
  const std::string theirs = history.add(first, "theirs", with_column("users", locale));
  const std::string ours = history.add(first, "ours", with_column("users", locale));
  const auto before = history.files();
  const Outcome outcome = history.tenon("rebase --format json --onto " + theirs);
  CHECK(outcome.status == 1);
  const auto finding = nlohmann::json::parse(outcome.output).at("findings").at(0);
  CHECK(finding.at("message") ==
        "column users.locale: " + theirs + " and " + ours + " both make the same change");
  CHECK_THAT(finding.at("notes").at(2).get<std::string>(),
             Contains("delete the folder " + ours) && Contains("tenon new"));
  CHECK(history.files() == before);
}

TEST_CASE("two labels of one enum type are no conflict\\, one label twice is") {
  const BranchedHistory history;
  const auto labelled = [](const std::string& label) {
    return [label](Declarations& declared) { declared.model.enums.at(0).labels.push_back(label); };
  };
  const std::string first = history.add("", "first", [](Declarations& declared) {
    declared.model.enums.push_back({.name = {"public", "role"}, .labels = {"member"}});
  });
  const std::string theirs = history.add(first, "theirs", labelled("admin"));
  history.add(first, "ours", labelled("guest"));
  const std::string same = history.add(first, "same", labelled("admin"));
  const Outcome many = history.tenon("rebase --onto " + theirs);
  CHECK(many.status == 2);
  CHECK_THAT(many.output, Contains("one after the other: --local with one of"));
  const Outcome twice = history.tenon("rebase --onto " + theirs + " --local " + same);
  CHECK(twice.status == 1);
  CHECK_THAT(twice.output, Contains("enum type role"));
  const Outcome once = history.tenon("rebase --onto " + theirs + " --local 20260203_000002_ours");
  INFO(once.output);
  CHECK(once.status == 0);
}

TEST_CASE("a damaged branch is not rebased") {
  const TwoBranches history;
  std::ofstream{history.folder() / history.ours / "up.sql", std::ios::app} << "DROP TABLE users;\n";
  const auto before = history.files();
  const Outcome outcome = history.tenon("rebase --onto " + history.theirs);
  CHECK(outcome.status == 1);
  CHECK_THAT(outcome.output, Contains("[tenon-edited]"));
  CHECK(history.files() == before);
}

TEST_CASE("with git the head that the base has stays") {
  const TwoBranches history;
  const auto git = [&](const std::string& arguments) {
    const Outcome outcome = test::run_program(
        "git -C " + quoted(history.root().string()) +
        " -c user.name=A -c user.email=a@example.org -c commit.gpgsign=false " + arguments);
    INFO(outcome.output);
    REQUIRE(outcome.status == 0);
  };
  const std::filesystem::path aside = history.root() / "aside";
  std::filesystem::rename(history.folder() / history.ours, aside);
  git("init --quiet --initial-branch=main");
  git("add migrations");
  git("commit --quiet --message main");
  git("checkout --quiet -b work");
  std::filesystem::rename(aside, history.folder() / history.ours);
  git("add migrations");
  git("commit --quiet --message ours");

  const Outcome both = history.tenon("rebase --base work");
  CHECK(both.status == 2);
  CHECK_THAT(both.output, Contains("several of the heads are on work"));
  CHECK(history.tenon("rebase --base nothing").status == 3);
  const Outcome outcome = history.tenon("rebase --base main");
  INFO(outcome.output);
  CHECK(outcome.status == 0);
  CHECK(history.ids().back() == "20260301_000003_ours");
  CHECK(history.check().status == 0);
}

TEST_CASE("indexes that were made concurrently are made so on top of the other branch") {
  const BranchedHistory history;
  const std::string first = history.add("", "first", with_table("users"));
  const std::string theirs = history.add(first, "theirs", with_table("orders"));
  history.add(
      first, "ours", in_users([](Table& users) {
        users.indexes.push_back({.name = "users_note_idx", .elements = {{.target = "note"}}});
      }),
      IndexBuilds::concurrently);
  REQUIRE(history.tenon("rebase --onto " + theirs).status == 0);
  CHECK(history.check().status == 0);
  CHECK_THAT(test::content_of(history.folder() / "20260301_000003_ours" / "up.sql"),
             Contains("CREATE INDEX CONCURRENTLY users_note_idx"));
}

}  // namespace
}  // namespace tenon
