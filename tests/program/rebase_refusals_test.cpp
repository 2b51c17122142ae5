// What tenon rebase does not do, and what it says before it does something.
#include "two_branches.hpp"

#include <support/catch.hpp>
#include <support/server.hpp>

namespace tenon {
namespace {

using Catch::Contains;
using test::BranchedHistory;
using test::content_of;
using test::Database;
using test::Outcome;
using test::quoted;
using test::TwoBranches;
using test::with_column;
using test::with_table;

TEST_CASE("a migration that a third head needs as well is not taken from under it") {
  const BranchedHistory history;
  const std::string base = history.add("", "base", with_table("users"));
  const std::string staying = history.add(base, "staying", with_table("orders"));
  const std::string shared = history.add(base, "shared", with_table("roles"));
  const std::string one = history.add(shared, "one", with_table("ones"));
  const std::string other = history.add(shared, "other", with_table("others"));
  const auto before = history.files();

  const Outcome refused = history.tenon("rebase --onto " + staying + " --local " + one);
  INFO(refused.output);
  CHECK(refused.status == 2);
  CHECK_THAT(refused.output,
             Contains(other + " would lose " + shared) &&
                 Contains("tenon rebase --onto " + other + " --local " + one + " --migrations ") &&
                 Contains("tenon rebase --onto " + staying + " --migrations "));
  CHECK(history.files() == before);

  REQUIRE(history.tenon("rebase --onto " + other + " --local " + one).status == 0);
  const Outcome last = history.tenon("rebase --onto " + staying);
  INFO(last.output);
  CHECK(last.status == 0);
  CHECK(history.ids().size() == 5);
  CHECK(history.check().status == 0);
}

TEST_CASE("a file that somebody put beside a migration is not deleted with it") {
  const TwoBranches history;
  const std::filesystem::path review = history.folder() / history.ours / "REVIEW.md";
  std::ofstream{review} << "read it twice\n";
  const auto before = history.files();
  for (const std::string how : {"", " --dry-run"}) {
    const Outcome outcome = history.tenon("rebase --onto " + history.theirs + how);
    INFO(outcome.output);
    CHECK(outcome.status == 1);
    CHECK_THAT(outcome.output, Contains(review.string()) && Contains("[tenon-other-file]") &&
                                   Contains("nothing was written"));
    CHECK(history.files() == before);
  }
  std::filesystem::remove(review);
  CHECK(history.tenon("rebase --onto " + history.theirs).status == 0);
}

TEST_CASE("a zone between statements that are planned otherwise is refused with its text") {
  const BranchedHistory history;
  const auto enum_called = [](const std::string& name, std::vector<std::string> labels) {
    return [=](Declarations& declared) {
      declared.model.enums.push_back({.name = {"public", name}, .labels = labels});
    };
  };
  const std::string first = history.add("", "first", enum_called("role", {"member", "admin"}));
  const std::string ours = history.add(first, "ours", [](Declarations& declared) {
    declared.model.enums.front().labels = {"member"};
  });
  // The old type is out of the way under a name that the other branch takes.
  const std::filesystem::path file = history.folder() / ours / "up.sql";
  std::string text = content_of(file);
  const auto rename = text.find(" RENAME TO ");
  REQUIRE(rename != std::string::npos);
  const auto name = text.find_first_not_of(' ', rename + 11);
  std::string aside = text.substr(name, text.find(';', name) - name);
  std::erase(aside, '"');
  text.insert(text.find('\n', rename) + 1,
              "\n-- tenon:backfill begin\nSELECT 42;\n-- tenon:backfill end\n");
  std::ofstream{file} << text;
  const std::string theirs = history.add(first, "theirs", enum_called(aside, {"x"}));
  const auto before = history.files();

  const Outcome outcome = history.tenon("rebase --onto " + theirs);
  INFO(outcome.output);
  CHECK(outcome.status == 1);
  CHECK_THAT(outcome.output, Contains("[tenon-rebase-zone]") && Contains("SELECT 42;") &&
                                 Contains("a hand-written zone of up.sql of " + ours));
  CHECK(history.files() == before);
}

TEST_CASE("a command that is printed is one for the shell") {
  const TwoBranches history;
  const std::filesystem::path folder = history.root() / "sp ace";
  std::filesystem::copy(history.folder(), folder, std::filesystem::copy_options::recursive);
  const std::string options = " --migrations " + quoted(folder.string());
  const std::string model = quoted((history.root() / "model.json").string());
  (void)history.check();
  for (const std::string& command : {"rebase" + options, "check --model " + model + options}) {
    const Outcome outcome = test::run_program(quoted(TENON_EXECUTABLE) + " " + command);
    CHECK_THAT(outcome.output, Contains(" --migrations " + quoted(folder.string())) &&
                                   !Contains(" --migrations " + folder.string()));
  }
}

TEST_CASE("a database that has run the branch goes back first\\, as it is said before") {
  const TwoBranches history;
  const auto at_root = [&](const std::string& command) {
    return test::run_program("cd " + quoted(history.root().string()) +
                             " && SOURCE_DATE_EPOCH=1772323200 && export SOURCE_DATE_EPOCH && " +
                             command);
  };
  const auto git = [&](const std::string& arguments) {
    const Outcome outcome = at_root(
        "git -c user.name=A -c user.email=a@example.org -c commit.gpgsign=false " + arguments);
    INFO(outcome.output);
    REQUIRE(outcome.status == 0);
  };
  const std::string tenon = quoted(TENON_EXECUTABLE) + " ";
  const std::filesystem::path aside = history.root() / "aside";
  std::filesystem::rename(history.folder() / history.theirs, aside);
  Database own;
  REQUIRE(history.tenon("up", own).status == 0);
  git("init --quiet --initial-branch=ours");
  git("add migrations");
  git("commit --quiet --message ours");
  std::filesystem::rename(aside, history.folder() / history.theirs);
  git("add migrations");
  git("commit --quiet --message merged");

  CHECK(history.tenon("down --to " + history.first, own).status == 1);
  const std::string advice =
      "git worktree add --detach ../before-merge COMMIT && tenon down --to " + history.first +
      " --database URL --migrations ../before-merge/migrations";
  (void)history.check();
  CHECK_THAT(at_root(tenon + "check --model model.json --migrations migrations").output,
             Contains(advice));
  const std::string rebase = tenon + "rebase --onto " + history.theirs + " --migrations migrations";
  CHECK_THAT(at_root(rebase + " --dry-run").output, Contains(advice));

  // As it is said, but for a folder that goes away with the others.
  git("worktree add --quiet --detach before-merge HEAD^");
  const Outcome back = at_root(tenon + "down --to " + history.first + " --database " +
                               quoted(own.scratch.url()) + " --migrations before-merge/migrations");
  INFO(back.output);
  REQUIRE(back.status == 0);
  CHECK_THAT(at_root(rebase).output, Contains("rebased " + history.ours));
  CHECK(history.tenon("up", own).status == 0);
}

}  // namespace
}  // namespace tenon
