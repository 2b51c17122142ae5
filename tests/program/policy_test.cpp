// tenon policy on branches of real git repositories.
#include "history_folder.hpp"

#include <nlohmann/json.hpp>

#include <support/catch.hpp>
#include <support/run_program.hpp>
#include <support/temporary_folder.hpp>
#include <tenon/history/author.hpp>
#include <tenon/history/folder.hpp>
#include <tenon/history/model_json.hpp>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <vector>

namespace tenon {
namespace {

namespace fs = std::filesystem;
using test::Outcome;
using test::quoted;

/// A repository whose branch `main` has a model and one migration that makes it, and whose branch
/// `work` is checked out.
class Repository {
 public:
  Repository() {
    fs::create_directories(migrations());
    git("init --quiet --initial-branch=main");
    git("config user.email a@example.org");
    git("config user.name A");
    structs({test::table("users"), test::table("orders")});
    migrate("first");
    commit();
    git("checkout --quiet -b work");
  }

  /// What a build would leave of these structs.
  void structs(std::vector<Table> tables) {
    declared_ = {};
    declared_.headers = {"schema/app.hpp"};
    declared_.model.tables = std::move(tables);
    std::ofstream{path("model.json")} << to_json(declared_);
  }

  /// Writes the next migration as `tenon new` does. @returns its id
  std::string migrate(const std::string& slug) {
    const auto existing = read_migrations(migrations());
    const auto parent = existing.empty() ? std::nullopt : std::optional{existing.back().id};
    const auto made = write_migrations(fold(existing), declared_, "20260203", parent, slug);
    REQUIRE(made.size() == 1);
    write_migration(migrations(), made.front());
    return made.front().id;
  }

  void commit() {
    git("add --all");
    git("commit --quiet --message x");
  }
  void git(const std::string& arguments) const {
    const Outcome outcome = test::run_program("git -C " + quoted(folder_.path().string()) +
                                              " -c commit.gpgsign=false " + arguments);
    INFO(outcome.output);
    REQUIRE(outcome.status == 0);
  }
  [[nodiscard]] Outcome policy(const std::string& arguments = "--base main") const {
    return test::run_program(quoted(TENON_EXECUTABLE) + " policy --model " +
                             quoted(path("model.json")) + " --migrations " +
                             quoted(migrations().string()) + " " + arguments);
  }
  [[nodiscard]] fs::path migrations() const { return folder_.path() / "db" / "migrations"; }
  [[nodiscard]] std::string path(const std::string& name) const {
    return (folder_.path() / name).string();
  }
  [[nodiscard]] std::string first() const { return read_migrations(migrations()).front().id; }

 private:
  test::TemporaryFolder folder_;
  Declarations declared_;
};

Table wider(const std::string& name) {
  Table table = test::table(name);
  table.columns.push_back({.name = "note", .type = "text"});
  return table;
}

void append(const fs::path& file, const std::string& text) {
  std::ofstream{file, std::ios::app} << text;
}

std::string content_of(const fs::path& path) {
  std::ifstream file{path};
  return {std::istreambuf_iterator<char>{file}, {}};
}

TEST_CASE("a branch that adds a migration for its structs passes") {
  Repository repository;
  CHECK(repository.policy().status == 0);
  repository.structs({wider("users"), test::table("orders")});
  repository.migrate("add_note");
  const Outcome outcome = repository.policy();
  CHECK(outcome.status == 0);
  CHECK_THAT(outcome.output, Catch::Contains("the migrations lead to the structs"));
}

TEST_CASE("structs that changed without a migration fail") {
  Repository repository;
  repository.structs({wider("users"), test::table("orders")});
  const Outcome outcome = repository.policy();
  CHECK(outcome.status == 1);
  CHECK_THAT(outcome.output, Catch::Contains("column users.note") &&
                                 Catch::Contains("has no migration [tenon-drift]"));
}

TEST_CASE("a statement edited in a released migration fails, a comment does not") {
  Repository repository;
  const fs::path up = repository.migrations() / repository.first() / "up.sql";
  append(up, "\n-- only words\n");
  CHECK(repository.policy().status == 0);
  append(up, "-- tenon:backfill begin\nUPDATE users SET id = 1;\n-- tenon:backfill end\n");
  const Outcome outcome = repository.policy();
  CHECK(outcome.status == 1);
  CHECK_THAT(outcome.output,
             Catch::Contains("up.sql:1:1: error: up.sql of the released migration " +
                             repository.first() + " was edited [tenon-policy-edited]"));
}

TEST_CASE("a released migration that is deleted or renamed fails, and says which") {
  Repository repository;
  const std::string id = repository.first();
  const fs::path folder = repository.migrations() / id;
  const std::string renamed = "20260203_000001_other";
  fs::rename(folder, repository.migrations() / renamed);
  std::string json = content_of(repository.migrations() / renamed / "changes.json");
  json.replace(json.find(id), id.size(), renamed);
  std::ofstream{repository.migrations() / renamed / "changes.json"} << json;
  const Outcome outcome = repository.policy();
  CHECK(outcome.status == 1);
  CHECK_THAT(outcome.output, Catch::Contains("the released migration " + id + " was renamed to " +
                                             renamed + " [tenon-policy-renamed]"));
  fs::remove_all(repository.migrations() / renamed);
  const Outcome gone = repository.policy("--base main --format json");
  CHECK(gone.status == 1);
  CHECK(nlohmann::json::parse(gone.output).at("findings").at(0).at("rule") ==
        "tenon-policy-deleted");
}

TEST_CASE("a loss is in changes.json when it was asked for, and fails where it is not") {
  Repository repository;
  repository.structs({test::table("users")});
  const std::string id = repository.migrate("drop_orders");
  CHECK(repository.policy().status == 0);
  const fs::path file = repository.migrations() / id / "changes.json";
  auto json = nlohmann::ordered_json::parse(content_of(file));
  CHECK(json.at("acknowledged").size() == 1);
  json.erase("acknowledged");
  std::ofstream{file} << json.dump(2);
  const Outcome outcome = repository.policy();
  CHECK(outcome.status == 1);
  CHECK_THAT(outcome.output, Catch::Contains("loses what is in table orders, and nobody has "
                                             "acknowledged it [tenon-policy-destructive]") &&
                                 Catch::Contains("DROP TABLE orders"));
  // What is released was agreed upon.
  repository.commit();
  repository.git("branch --force main");
  CHECK(repository.policy().status == 0);
}

TEST_CASE("what came to the base since is no finding, and what the branch did is") {
  Repository repository;
  repository.git("checkout --quiet main");
  repository.structs({wider("users"), test::table("orders")});
  const std::string theirs = repository.migrate("theirs");
  repository.commit();
  repository.git("checkout --quiet work");
  repository.structs({test::table("users"), test::table("orders")});
  CHECK_FALSE(fs::exists(repository.migrations() / theirs));
  CHECK(repository.policy().status == 0);
  CHECK(repository.policy("--base HEAD").status == 0);
}

TEST_CASE("a base that is not there, or has no migrations yet, is told apart") {
  Repository repository;
  const Outcome unknown = repository.policy("--base origin/nothing");
  CHECK(unknown.status == 3);
  CHECK_THAT(unknown.output, Catch::Contains("--base origin/nothing: fatal:"));
  repository.git("checkout --quiet --orphan empty");
  repository.git("rm -r --cached --quiet .");
  repository.git("commit --quiet --allow-empty --message none");
  CHECK(repository.policy("--base empty").status == 0);
  const Outcome foreign = repository.policy("--base main");
  CHECK(foreign.status == 3);
  CHECK_THAT(foreign.output, Catch::Contains("no history in common"));
}

TEST_CASE("the repository is left as it was") {
  Repository repository;
  append(repository.migrations() / repository.first() / "up.sql", "-- staged\n");
  repository.git("add --all");
  const auto state = [&] {
    return test::run_program("git -C " + quoted(repository.path("")) + " status --porcelain")
        .output;
  };
  const std::string before = state();
  CHECK(repository.policy().status == 0);
  CHECK(state() == before);
  CHECK_FALSE(before.empty());
}

}  // namespace
}  // namespace tenon
