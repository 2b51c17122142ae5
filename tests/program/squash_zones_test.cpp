// What people wrote by hand keeps its place in a squash.
#include "model_edits.hpp"

#include <support/catch.hpp>
#include <support/server.hpp>

namespace tenon {
namespace {

using Catch::Contains;
using test::BranchedHistory;
using test::Database;
using test::Outcome;
using test::table_with;
using test::with_column;
using test::with_renamed_column;

/// Users with an e-mail address, and a migration that gives them a contact, which is that.
struct Contacts : BranchedHistory {
  std::string first = add("", "first", [](Declarations& declared) {
    declared.model.tables = {table_with("users", {"email"})};
  });
  std::string contact =
      add(first, "contact", with_column("users", {.name = "contact", .type = "text"}));

  Contacts() { write_zone(contact, "UPDATE users SET contact = email;"); }

  /// What the only row has as its contact, when it was there before what follows the first
  /// migration ran, as a squash up to `last` and the rest.
  [[nodiscard]] std::string contact_after_squash(const std::string& last) const {
    Database database;
    REQUIRE(tenon("up --to " + first, database).status == 0);
    database.connection.execute("INSERT INTO users (id, email) VALUES (1, 'a@b')");
    const Outcome squashed =
        tenon("squash --from " + contact + " --to " + last + " --keep-backfill " + contact);
    INFO(squashed.output);
    REQUIRE(squashed.status == 0);
    const Outcome up = tenon("up", database);
    INFO(up.output);
    REQUIRE(up.status == 0);
    return database.connection.query("SELECT contact FROM users").at(0).at(0).value_or("null");
  }
};

TEST_CASE("a zone behind a statement stays in front of what drops what it reads") {
  const Contacts history;
  const std::string contracted =
      history.add(history.contact, "contracted", test::without_column("users", "email"));
  CHECK(history.contact_after_squash(contracted) == "a@b");
}

TEST_CASE("a zone that says what a later migration renames is not kept") {
  const Contacts history;
  const std::string note =
      history.add(history.contact, "note", with_column("users", {.name = "note", .type = "text"}));
  const std::string renamed =
      history.add(note, "renamed", with_renamed_column("users", "email", "login"));
  history.add(renamed, "email", with_column("users", {.name = "email", .type = "text"}));
  const auto before = history.files();
  const Outcome refused =
      history.tenon("squash --from " + history.contact + " --keep-backfill " + history.contact);
  INFO(refused.output);
  CHECK(refused.status == 1);
  CHECK_THAT(refused.output,
             Contains("[tenon-squash-renamed]") &&
                 Contains("says email, and " + renamed + " renames email to login") &&
                 Contains("UPDATE users SET contact = email;"));
  CHECK(history.files() == before);
  // The rest of the range has it as the old migrations do.
  CHECK(history.contact_after_squash(note) == "a@b");
}

TEST_CASE("a way back that says what an earlier migration renames is not kept") {
  const Contacts history;
  const std::string renamed =
      history.add(history.contact, "renamed", with_renamed_column("users", "email", "login"));
  const std::string note =
      history.add(renamed, "note", with_column("users", {.name = "note", .type = "text"}));
  history.write_zone(note, "UPDATE users SET login = note;", "down.sql");
  const Outcome refused = history.tenon("squash --from " + renamed + " --keep-backfill " + note);
  CHECK(refused.status == 1);
  CHECK_THAT(refused.output, Contains("says login, and " + renamed + " renames email to login"));
}

}  // namespace
}  // namespace tenon
