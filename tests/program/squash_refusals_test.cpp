// What tenon squash does not write, and why.
#include "model_edits.hpp"

#include <nlohmann/json.hpp>

#include <support/catch.hpp>
#include <support/server.hpp>

namespace tenon {
namespace {

using Catch::Contains;
using test::BranchedHistory;
using test::content_of;
using test::Database;
using test::Edit;
using test::in_table;
using test::Outcome;
using test::with_column;
using test::with_table;

void require_refused(const BranchedHistory& history, const std::string& arguments,
                     const std::string& rule, const std::string& why) {
  const auto before = history.files();
  const Outcome outcome = history.tenon("squash " + arguments);
  INFO(outcome.output);
  CHECK(outcome.status == 1);
  CHECK_THAT(outcome.output,
             Contains("[" + rule + "]") && Contains(why) && Contains("nothing was written"));
  CHECK(history.files() == before);
}

TEST_CASE("rows that a new database would lack although all zones are kept are refused") {
  const BranchedHistory history;
  const std::string first = history.add("", "first", with_table("users"));
  history.write_zone(first,
                     "INSERT INTO users (id) SELECT 1 WHERE NOT EXISTS (SELECT FROM pg_attribute "
                     "WHERE attrelid = 'users'::regclass AND attname = 'locale');");
  history.add(first, "second", with_column("users", {.name = "locale", .type = "text"}));
  require_refused(history, "--keep-backfill " + first, "tenon-squash-rows",
                  "an empty database has 1 row in users after the old migrations, and 0 after");
}

TEST_CASE("a column that is converted twice is refused") {
  const BranchedHistory history;
  const auto converted = [](const std::string& type, const std::string& conversion) -> Edit {
    return [=](Declarations& declared) {
      in_table("users", [&](Table& users) { users.columns.back().type = type; })(declared);
      declared.intents.conversions[{ObjectKind::column, {"public", "users"}, "note"}] = conversion;
    };
  };
  const std::string first = history.add("", "first", with_table("users"));
  const std::string second = history.add(first, "second", converted("bigint", "length(note)"));
  history.add(second, "third", converted("text", "note || '!'"));
  require_refused(history, "--from " + second, "tenon-squash-conversion", "column users.note");
}

TEST_CASE("a way back that leaves something is refused") {
  const BranchedHistory history;
  const std::string first = history.add("", "first", [](Declarations& declared) {
    with_table("users")(declared);
    declared.model.definitions.push_back(
        {.name = {ObjectKind::function, {"public", "spoil"}, ""},
         .statement = "CREATE FUNCTION spoil() RETURNS void LANGUAGE plpgsql AS $$ BEGIN "
                      "COMMENT ON TABLE users IS 'spoilt'; END $$"});
  });
  const std::string second = history.add(first, "second", with_table("roles"));
  const std::string third = history.add(second, "third", with_table("orders"));
  history.write_zone(third, "SELECT spoil();", "down.sql");
  require_refused(history, "--from " + second + " --keep-backfill " + third,
                  "tenon-squash-different", "what the way back leaves");
}

TEST_CASE("a file that somebody put beside a squashed migration is not deleted with it") {
  const BranchedHistory history;
  const std::string first = history.add("", "first", with_table("users"));
  history.add(first, "second", with_table("orders"));
  std::ofstream{history.folder() / first / "REVIEW.md"} << "read it twice\n";
  require_refused(history, "", "tenon-other-file", "REVIEW.md");
  require_refused(history, "--dry-run", "tenon-other-file", "REVIEW.md");
}

TEST_CASE("the squash of a baseline is one") {
  const BranchedHistory history;
  const std::string first = history.add("", "first", with_table("users"));
  const std::filesystem::path file = history.folder() / first / "changes.json";
  auto json = nlohmann::ordered_json::parse(content_of(file));
  json["baseline"] = true;
  std::ofstream{file} << json.dump(2);
  const std::string second =
      history.add(first, "second", with_column("users", {.name = "locale", .type = "text"}));
  Database existing;
  existing.connection.execute("CREATE TABLE users (id bigint NOT NULL, note text)");
  REQUIRE(history.tenon("stamp " + first, existing).status == 0);
  REQUIRE(history.tenon("up", existing).status == 0);

  const Outcome squashed = history.tenon("squash");
  INFO(squashed.output);
  REQUIRE(squashed.status == 0);
  CHECK(read_migrations(history.folder()).front().baseline);
  CHECK(history.check().status == 0);
  CHECK(history.tenon("up", existing).status == 0);
  const Outcome back = history.tenon("down --to base", existing);
  CHECK(back.status == 1);
  CHECK_THAT(back.output, Contains("is a baseline that was recorded without being run"));
  Database empty;
  CHECK(history.tenon("up", empty).status == 0);
  Database other;
  other.connection.execute("CREATE TABLE users (id bigint NOT NULL, note text)");
  CHECK(history.tenon("up", other).status == 1);
}

}  // namespace
}  // namespace tenon
