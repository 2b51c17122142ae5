// What was changed behind Tenon's back, in the folder or in the ledger, is refused and said.
#include "history_folder.hpp"

#include <support/catch.hpp>

#include <filesystem>
#include <string>

namespace tenon {
namespace {

using test::Database;
using test::History;
using test::Outcome;
using test::quoted;
namespace fs = std::filesystem;

/// A history, all of which ran.
struct Ran {
  History history;
  Database database;

  Ran() { REQUIRE(history.tenon("up", database).status == 0); }

  [[nodiscard]] fs::path folder_of(std::size_t migration) const {
    return fs::path{history.folder()} / history.ids().at(migration);
  }

  /// Both say `what`, and exit with `status`.
  void check_refused(const std::string& what, int status = 1) const {
    for (const char* command : {"up", "down --to base"}) {
      const Outcome outcome = history.tenon(command, database);
      INFO(command << ": " << outcome.output);
      CHECK(outcome.status == status);
      CHECK_THAT(outcome.output, Catch::Contains(what));
    }
    Connection connection{database.scratch.url()};
    CHECK(connection.query("SELECT to_regclass('users'), to_regclass('orders')")[0] ==
          Row{"users", "orders"});
  }
};

TEST_CASE("a backfill that was changed after it ran is told by status, and nothing runs") {
  Ran ran;
  ran.history.backfill("DELETE FROM users;");
  ran.check_refused("changed after it ran in this database: " + ran.history.ids()[1]);
  const Outcome status = ran.history.tenon("status", ran.database);
  CHECK(status.status == 1);
  CHECK_THAT(status.output, Catch::Contains("changed        " + ran.history.ids()[1]));
}

TEST_CASE("generated SQL that was edited is refused without asking the database") {
  const Ran ran;
  std::ofstream{ran.folder_of(0) / "up.sql", std::ios::app} << "DROP TABLE users;\n";
  ran.check_refused("[tenon-edited]");
  CHECK_THAT(ran.history.tenon("up --database host=/nowhere").output,
             Catch::Contains("[tenon-edited]"));
}

TEST_CASE("a migration that is gone from the middle is a gap in the chain") {
  const Ran ran;
  fs::remove_all(ran.folder_of(0));
  ran.check_refused(ran.history.ids()[0]);
}

TEST_CASE("a migration that is gone from the end is a row that nobody knows") {
  const Ran ran;
  fs::remove_all(ran.folder_of(1));
  const Outcome status = ran.history.tenon("status", ran.database);
  CHECK(status.status == 1);
  CHECK_THAT(status.output, Catch::Contains("unknown        " + ran.history.ids()[1]));
  CHECK_THAT(ran.history.tenon("down --to base", ran.database).output,
             Catch::Contains("is not among the migrations: " + ran.history.ids()[1]));
}

TEST_CASE("migrations that changed places are no history") {
  const Ran ran;
  const fs::path first = ran.folder_of(0);
  const fs::path second = ran.folder_of(1);
  const fs::path aside = first.parent_path() / ".aside";
  fs::rename(first, aside);
  fs::rename(second, first);
  fs::rename(aside, second);
  ran.check_refused("but its folder is", 3);
}

TEST_CASE("a row of another program in the ledger stops what is pending") {
  Ran ran;
  ran.database.connection.execute(
      "UPDATE tenon.migrations SET id = 'somebody_elses' WHERE position = 2");
  const Outcome status = ran.history.tenon("status", ran.database);
  CHECK(status.status == 1);
  CHECK_THAT(status.output, Catch::Contains("unknown        somebody_elses") &&
                                Catch::Contains("pending        " + ran.history.ids()[1]));
  ran.check_refused("is not among the migrations: somebody_elses");
}

TEST_CASE("a row that is gone from the middle of the ledger is not run again") {
  Ran ran;
  ran.database.connection.execute("DELETE FROM tenon.migrations WHERE position = 1");
  const Outcome up = ran.history.tenon("up", ran.database);
  CHECK(up.status == 1);
  CHECK_THAT(up.output, Catch::Contains(ran.history.ids()[0] + " has not run"));
}

TEST_CASE("the program refuses a ledger of a newer version, and says to use that") {
  Ran ran;
  ran.database.connection.execute("INSERT INTO tenon.revisions (id) VALUES ('20990101_000009_x')");
  ran.check_refused("was written by a newer Tenon");
  const Outcome status = ran.history.tenon("status", ran.database);
  CHECK(status.status == 1);
  CHECK_THAT(status.output, Catch::Contains("was written by a newer Tenon"));
}

}  // namespace
}  // namespace tenon
