// Migrations that mend a drifted database, in a branch that is rebased and in a range that is
// squashed.
#include "model_edits.hpp"

#include <support/catch.hpp>
#include <support/server.hpp>

namespace tenon {
namespace {

using Catch::Contains;
using test::BranchedHistory;
using test::content_of;
using test::Database;
using test::Outcome;
using test::with_column;
using test::with_table;

std::string type_of_note(Database& database) {
  return database.connection
      .query(
          "SELECT format_type(atttypid, atttypmod) FROM pg_attribute "
          "WHERE attrelid = 'users'::regclass AND attname = 'note'")
      .at(0)
      .at(0)
      .value_or("");
}

TEST_CASE("what mends a drifted database does so on top of another branch too") {
  const BranchedHistory history;
  const std::string first = history.add("", "first", with_table("users"));
  Database drifted;
  REQUIRE(history.tenon("up", drifted).status == 0);
  drifted.connection.execute("ALTER TABLE users ALTER note TYPE varchar(9)");
  const std::string theirs = history.add(first, "theirs", with_table("orders"));
  const std::string ours = history.add_reconciliation(first);
  const std::string up_sql = content_of(history.folder() / ours / "up.sql");

  const Outcome outcome = history.tenon("rebase --onto " + theirs);
  INFO(outcome.output);
  REQUIRE(outcome.status == 0);
  const std::filesystem::path rebased = history.folder() / "20260301_000003_reconcile";
  CHECK(content_of(rebased / "up.sql") == up_sql);
  const Outcome checked = history.check();
  INFO(checked.output);
  CHECK(checked.status == 0);
  const Outcome up = history.tenon("up", drifted);
  INFO(up.output);
  CHECK(up.status == 0);
  CHECK(type_of_note(drifted) == "text");
}

TEST_CASE("what mends an object that the other branch changes is a conflict") {
  const BranchedHistory history;
  const std::string first = history.add("", "first", with_table("users"));
  const std::string theirs = history.add(first, "theirs", test::without_column("users", "note"));
  const std::string ours = history.add_reconciliation(first);
  const auto before = history.files();
  const Outcome outcome = history.tenon("rebase --onto " + theirs);
  INFO(outcome.output);
  CHECK(outcome.status == 1);
  CHECK_THAT(outcome.output, Contains("column users.note: " + theirs + " and " + ours) &&
                                 Contains("[tenon-rebase-conflict]") &&
                                 Contains("written anew with tenon reconcile"));
  CHECK(history.files() == before);
}

TEST_CASE("what mends a drifted database is not squashed away") {
  const BranchedHistory history;
  const std::string first = history.add("", "first", with_table("users"));
  const std::string second =
      history.add(first, "second", with_column("users", {.name = "locale", .type = "text"}));
  const std::string mending = history.add_reconciliation(second);
  const std::string fourth = history.add(mending, "fourth", with_table("orders"));
  history.add(fourth, "fifth", with_table("roles"));
  const auto before = history.files();

  const Outcome refused = history.tenon("squash");
  INFO(refused.output);
  CHECK(refused.status == 1);
  CHECK_THAT(refused.output, Contains(mending + " mends a database that drifted") &&
                                 Contains("[tenon-squash-reconcile]") &&
                                 Contains("--to " + second) && Contains("--from " + fourth) &&
                                 Contains("nothing was written"));
  CHECK(history.files() == before);
  CHECK(history.tenon("squash before --to " + second).status == 0);
  CHECK(history.tenon("squash after --from " + fourth).status == 0);
  CHECK(history.ids().at(1) == mending);
  CHECK(history.check().status == 0);
}

}  // namespace
}  // namespace tenon
