// tenon lint: every hazard is one that PostgreSQL shows.
#include "branched_history.hpp"

#include <nlohmann/json.hpp>

#include <support/catch.hpp>
#include <support/content_of.hpp>
#include <support/run_program.hpp>

#include <functional>
#include <set>
#include <string>
#include <vector>

namespace tenon {
namespace {

using Catch::Matchers::Contains;
using test::BranchedHistory;
using test::Outcome;
using test::quoted;

std::function<void(Declarations&)> in(const std::string& table,
                                      const std::function<void(Table&)>& edit) {
  return [table, edit](Declarations& declared) {
    for (Table& one : declared.model.tables)
      if (one.name.name == table) edit(one);
  };
}

/// Two tables that are there before anything else.
struct Shop : BranchedHistory {
  std::string first = add("", "first", [](Declarations& declared) {
    declared.model.tables = {test::table_with("orders", {"note", "amount"}),
                             test::table_with("users", {"name"})};
    declared.model.tables.back().constraints = {
        {.name = "users_pkey", .definition = PrimaryKey{.columns = {"id"}}}};
  });

  Outcome lint(const std::string& arguments = "") const {
    return tenon("lint --latest 1 " + arguments);
  }
  /// The rules of what was found, in its order.
  std::vector<std::string> rules(const std::string& arguments = "") const {
    const Outcome outcome = lint("--format json " + arguments);
    INFO(outcome.output);
    const auto json = nlohmann::json::parse(outcome.output);
    std::vector<std::string> found;
    for (const auto& finding : json.at("findings")) found.push_back(finding.at("rule"));
    return found;
  }
};

using Rules = std::vector<std::string>;

TEST_CASE("a table that is written anew is told\\, with what waits for it and what to do") {
  const Shop shop;
  const std::string id =
      shop.add(shop.first, "retype",
               in("orders", [](Table& orders) { orders.columns.at(2).type = "varchar(9)"; }));
  const Outcome outcome = shop.lint();
  INFO(outcome.output);
  CHECK(outcome.status == 1);
  CHECK_THAT(outcome.output,
             Contains("/" + id +
                      "/up.sql:5:1: error: this writes all of orders anew while reads "
                      "and writes of orders wait [tenon-lint-rewrite]") &&
                 Contains("note: add a column of the new type") &&
                 Contains("--accept " + id + ":tenon-lint-rewrite"));
}

TEST_CASE("a default that PostgreSQL evaluates once does not write the table\\, another does") {
  const auto with_default = [](const std::string& expression) {
    return in("users", [expression](Table& users) {
      users.columns.push_back(
          {.name = "seen", .type = "text", .not_null = true, .default_value = expression});
    });
  };
  const Shop once;
  once.add(once.first, "seen", with_default("now()::text"));
  CHECK(once.rules() == Rules{});
  const Shop each;
  each.add(each.first, "seen", with_default("gen_random_uuid()::text"));
  CHECK(each.rules() == Rules{"tenon-lint-rewrite"});
}

TEST_CASE("an index is built while writes wait\\, and concurrently while nobody does") {
  const auto index = in("orders", [](Table& orders) {
    orders.indexes.push_back({.name = "orders_note_idx", .elements = {{.target = "note"}}});
  });
  const Shop blocking;
  blocking.add(blocking.first, "index", index);
  const Outcome outcome = blocking.lint();
  INFO(outcome.output);
  CHECK(outcome.status == 1);
  CHECK_THAT(outcome.output,
             Contains("this reads all of orders while writes of orders wait [tenon-lint-scan]") &&
                 Contains("tenon new --concurrently"));
  const Shop concurrent;
  concurrent.add(concurrent.first, "index", index, IndexBuilds::concurrently);
  CHECK(concurrent.lint().output == "1 migration looked at, nothing found\n");
}

TEST_CASE("a foreign key reads one table while both wait") {
  const Shop shop;
  shop.add(shop.first, "key", in("orders", [](Table& orders) {
             orders.columns.push_back({.name = "user_id", .type = "bigint"});
             orders.constraints.push_back(
                 {.name = "orders_user_id_fkey",
                  .definition = ForeignKey{.columns = {"user_id"},
                                           .referenced_table = {"public", "users"},
                                           .referenced_columns = {"id"}}});
           }));
  CHECK_THAT(shop.lint().output,
             Contains("this reads all of orders while reads and writes of orders, writes "
                      "of users wait [tenon-lint-scan]"));
}

TEST_CASE("a table that is new makes nobody wait") {
  const Shop shop;
  shop.add(shop.first, "more", [](Declarations& declared) {
    declared.model.tables.push_back(test::table_with("visits", {"page"}));
    declared.model.tables.back().indexes.push_back(
        {.name = "visits_page_idx", .elements = {{.target = "page"}}});
  });
  CHECK(shop.lint().status == 0);
  CHECK(shop.rules("--fail-on brief") == Rules{});
}

TEST_CASE("rows that are moved while others wait are told at the line of whoever wrote it") {
  const Shop shop;
  const std::string id =
      shop.add(shop.first, "locale", in("users", [](Table& users) {
                 users.columns.push_back({.name = "locale", .type = "text", .not_null = true});
               }));
  shop.write_zone(id, "UPDATE users SET locale = 'en';");
  const Outcome outcome = shop.lint();
  INFO(outcome.output);
  CHECK_THAT(outcome.output,
             Contains("up.sql:8:1: error: this reads all of users while reads and writes of users "
                      "wait [tenon-lint-scan]") &&
                 Contains("note: move the rows in batches") &&
                 Contains("note: let it be NULL or have a default") &&
                 Contains("up.sql:4:1: error: programs of the version before may write rows "
                          "without column users.locale [tenon-lint-breaking]"));
}

TEST_CASE(
    "what is lost is told even where it was acknowledged\\, and fails as far as it is asked") {
  const Shop shop;
  const std::string id =
      shop.add(shop.first, "drop", in("orders", [](Table& orders) { orders.columns.pop_back(); }));
  CHECK(shop.rules() == Rules{"tenon-lint-loss", "tenon-lint-breaking"});
  const Outcome outcome = shop.lint("--fail-on never");
  INFO(outcome.output);
  CHECK(outcome.status == 0);
  CHECK_THAT(outcome.output,
             Contains("warning: this loses what column orders.amount holds [tenon-lint-loss]") &&
                 Contains("warning: programs of the version before still use column "
                          "orders.amount [tenon-lint-breaking]") &&
                 Contains("it was acknowledged when the migration was written"));
  CHECK(shop.lint("--fail-on loss").status == 1);
  const std::string accept = " --accept " + id + ":tenon-lint-";
  CHECK(shop.lint("--fail-on loss" + accept + "loss").status == 0);
  const Outcome vain = shop.lint(accept + "rewrite");
  CHECK(vain.status == 2);
  CHECK_THAT(vain.output, Contains("there is no such hazard"));
}

TEST_CASE("a lock that is held for a moment is told when it is asked for") {
  const Shop shop;
  shop.add(shop.first, "rename", [](Declarations& declared) {
    for (Table& table : declared.model.tables)
      if (table.name.name == "users") table.columns.push_back({.name = "age", .type = "integer"});
  });
  CHECK(shop.rules() == Rules{});
  CHECK(shop.rules("--fail-on brief") == Rules{"tenon-lint-lock"});
}

TEST_CASE("how large a table is decides whether anybody waits for long") {
  const Shop shop;
  shop.add(
      shop.first, "index", in("orders", [](Table& orders) {
        orders.indexes.push_back({.name = "orders_note_idx", .elements = {{.target = "note"}}});
      }));
  test::Database production;
  production.connection.execute(
      "CREATE TABLE orders (id bigint, note text, amount text);"
      "INSERT INTO orders SELECT n FROM generate_series(1, 500) n; ANALYZE orders");
  const std::string sizes = "--sizes-from " + quoted(production.scratch.url());
  CHECK(shop.rules(sizes) == Rules{});
  const Outcome large = shop.lint(sizes + " --large 500");
  CHECK(large.status == 1);
  CHECK_THAT(large.output, Contains("note: orders has about 500 rows"));
}

TEST_CASE("only what a branch adds is looked at") {
  const Shop shop;
  const auto git = [&](const std::string& arguments) {
    REQUIRE(test::run_program("git -C " + quoted(shop.root().string()) +
                              " -c user.name=A -c user.email=a@example.org " + arguments)
                .status == 0);
  };
  const std::string second =
      shop.add(shop.first, "drop", in("orders", [](Table& orders) { orders.columns.pop_back(); }));
  git("init --quiet --initial-branch=main");
  git("add --all");
  git("commit --quiet --message x");
  shop.add(second, "more", in("users", [](Table& users) {
             users.columns.push_back({.name = "age", .type = "integer"});
           }));
  CHECK(shop.tenon("lint").status == 1);
  const Outcome branch = shop.tenon("lint --base main");
  CHECK(branch.status == 0);
  CHECK(branch.output == "1 migration looked at, nothing found\n");
  CHECK(shop.tenon("lint --base nowhere").status == 3);
}

TEST_CASE("SARIF and GitHub get every finding\\, and the page names every rule") {
  const Shop shop;
  shop.add(shop.first, "much", [](Declarations& declared) {
    Table& orders = declared.model.tables.at(0);
    orders.columns.pop_back();
    orders.columns.at(1).type = "varchar(9)";
    Table& users = declared.model.tables.at(1);
    users.columns.push_back({.name = "age", .type = "integer"});
    users.indexes.push_back({.name = "users_name_idx", .elements = {{.target = "name"}}});
  });
  const auto sarif = nlohmann::json::parse(shop.lint("--format sarif --fail-on brief").output);
  const auto& run = sarif.at("runs").at(0);
  std::set<std::string> rules;
  for (const auto& result : run.at("results")) {
    CHECK(result.at("level") == "error");
    CHECK(result.at("locations").at(0).at("physicalLocation").at("region").at("startLine") > 1);
    rules.insert(result.at("ruleId"));
  }
  CHECK(rules.size() == 5);
  CHECK(run.at("invocations").at(0).at("exitCode") == 1);
  const Outcome warned = shop.lint("--format sarif --fail-on never");
  CHECK(warned.status == 0);
  const auto warnings = nlohmann::json::parse(warned.output);
  CHECK(warnings.at("runs").at(0).at("invocations").at(0).at("exitCode") == 0);
  const std::string page = test::content_of(TENON_SOURCE_DIR "/docs/lint.md");
  for (const std::string& rule : rules) CHECK_THAT(page, Contains("| `" + rule + "` |"));
  CHECK_THAT(shop.lint("--format github --fail-on loss").output,
             Contains("::error file=") && Contains("title=tenon-lint-loss::") &&
                 Contains("::warning file="));
}

TEST_CASE("a history that is none is not looked at") {
  const Shop shop;
  shop.add("", "another first", [](Declarations& declared) {
    declared.model.tables = {test::table_with("others", {})};
  });
  const Outcome outcome = shop.lint();
  CHECK(outcome.status == 1);
  CHECK_THAT(outcome.output, Contains("tenon-heads") || Contains("two heads"));
  CHECK(shop.lint("--fail-on anything").status == 2);
}

}  // namespace
}  // namespace tenon
