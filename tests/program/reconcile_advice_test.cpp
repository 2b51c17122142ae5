// tenon reconcile and tenon new: what they print for people to copy is what they take.
#include "reconcile_project.hpp"

#include <string>

namespace tenon {
namespace {

using test::Outcome;
using test::ReconcileProject;

/// The rest of the line behind `words`.
std::string said_after(const std::string& output, const std::string& words) {
  const auto at = output.find(words);
  INFO(output);
  REQUIRE(at != output.npos);
  const auto begin = at + words.size();
  return output.substr(begin, output.find('\n', begin) - begin);
}

/// A table whose names all need quotes, and a schema beside public.
class Quoted : public ReconcileProject {
 public:
  Quoted() {
    Table keys;
    keys.name = {"auth", "Legacy Keys"};
    keys.columns = {{.name = "id", .type = "bigint", .not_null = true},
                    {.name = "Log=In, $x", .type = "text"}};
    declared.model.schemas.push_back({.name = "auth"});
    declared.model.tables.push_back(keys);
    write_migration();
    up();
  }

  /// Copies `options` behind the command.
  void require_taken(const std::string& options) const {
    const Outcome outcome = on_live("reconcile " + options);
    INFO(options + "\n" + outcome.output);
    CHECK(outcome.status == 0);
    require_mended();
  }
};

TEST_CASE("a table that may be dropped is named as the option takes it") {
  Quoted project;
  project.drift("CREATE TABLE auth.\"Legacy\" (a int)");
  const Outcome left = project.on_live("reconcile");
  CHECK(left.status == 1);
  const std::string option = said_after(left.output, "to allow it: ");
  CHECK(option == "--allow-destructive 'auth.\"Legacy\"'");
  project.require_taken(option);
}

TEST_CASE("a likely rename is printed as the option takes it") {
  Quoted project;
  SECTION("of a table") {
    project.drift("ALTER TABLE auth.\"Legacy Keys\" RENAME TO \"It's\"");
  }
  SECTION("of a table in another schema") {
    project.drift("ALTER TABLE auth.\"Legacy Keys\" SET SCHEMA public");
  }
  SECTION("of a table that is to be in public") {
    project.drift("ALTER TABLE users SET SCHEMA auth");
  }
  SECTION("of a column") {
    project.drift("ALTER TABLE auth.\"Legacy Keys\" RENAME COLUMN \"Log=In, $x\" TO \"LoginX\"");
  }
  const Outcome refused = project.on_live("reconcile");
  CHECK(refused.status == 1);
  project.require_taken(said_after(refused.output, "it is, and keeps what is in it: "));
}

TEST_CASE("a column of a table that is renamed is printed by the names that the database has") {
  Quoted project;
  project.drift(
      "ALTER TABLE users RENAME TO people; ALTER TABLE people RENAME COLUMN email TO \"E-Mail\"");
  const std::string rename = "--rename people=users ";
  const Outcome refused = project.on_live("reconcile " + rename);
  CHECK(refused.status == 1);
  project.require_taken(rename + said_after(refused.output, "it is, and keeps what is in it: "));
}

TEST_CASE("the hint at a forgotten rename is printed as the option takes it") {
  Quoted project;
  project.drift(
      "ALTER TABLE auth.\"Legacy Keys\" RENAME COLUMN \"Log=In, $x\" TO \"LoginX\";"
      "ALTER TABLE auth.\"Legacy Keys\" ALTER \"LoginX\" TYPE varchar(9)");
  const Outcome hinted = project.on_live("reconcile --plan");
  project.require_taken(said_after(hinted.output, "if it is the same under another name: "));
}

TEST_CASE("a column whose rows need a value is printed as the option takes it") {
  Quoted project;
  project.declared.model.tables.back().columns.back().not_null = true;
  project.write_migration();
  project.up();
  project.drift(
      "ALTER TABLE auth.\"Legacy Keys\" ALTER \"Log=In, $x\" DROP NOT NULL;"
      "INSERT INTO auth.\"Legacy Keys\" VALUES (1)");
  const Outcome refused = project.on_live("reconcile");
  CHECK(refused.status == 1);
  std::string option = said_after(refused.output, "say which value they get: ");
  const std::string value = "EXPRESSION";
  option.replace(option.find(value), value.size(), "'none'");
  project.require_taken(option);
}

TEST_CASE("a value for a column that needs none is wrong usage") {
  ReconcileProject project;
  const auto refused = [&] { return project.on_live("reconcile --fill \"users.id=1\""); };
  SECTION("where nothing has drifted") {
    CHECK(refused().status == 2);
  }
  SECTION("where something else has") {
    project.drift("ALTER TABLE users ALTER email DROP NOT NULL");
    const Outcome outcome = refused();
    CHECK(outcome.status == 2);
    CHECK_THAT(outcome.output, Catch::Contains("--fill users.id=…: nothing that is made here needs "
                                               "a value in that column"));
  }
  CHECK(project.count() == 1);
}

TEST_CASE("rows that have no value are one where a key says NULLS NOT DISTINCT") {
  ReconcileProject project;
  if (project.live.connection.server_version() < 150000) return;
  Table& users = project.declared.model.tables.front();
  users.columns.push_back({.name = "nick", .type = "text"});
  SECTION("a constraint") {
    users.constraints.push_back(
        {.name = "users_nick_key",
         .definition = UniqueConstraint{.columns = {"nick"}, .nulls_not_distinct = true}});
  }
  SECTION("an index") {
    users.indexes.push_back({.name = "users_nick_key",
                             .unique = true,
                             .nulls_not_distinct = true,
                             .elements = {{.target = "nick"}}});
  }
  project.write_migration();
  project.up();
  project.drift(std::string{users.indexes.size() == 2
                                ? "DROP INDEX users_nick_key;"
                                : "ALTER TABLE users DROP CONSTRAINT users_nick_key;"} +
                "INSERT INTO users VALUES (1, 'a@b'), (2, 'c@d')");
  const auto report = project.reconciled();
  CHECK(report.at("result") == "refused");
  CHECK_THAT(report.at("refused").dump(), Catch::Contains("is broken by 1 value"));
}

TEST_CASE("what tenon new refuses to lose is named as it takes it") {
  Quoted project;
  const bool is_table = GENERATE(true, false);
  if (is_table)
    project.declared.model.tables.pop_back();
  else
    project.declared.model.tables.back().columns.pop_back();
  project.write();
  const Outcome refused = project.tenon("new drop_it");
  CHECK(refused.status == 1);
  SECTION("by the option") {
    CHECK(project.tenon("new drop_it " + said_after(refused.output, "to allow it: tenon new "))
              .status == 0);
  }
  SECTION("by the environment") {
    CHECK(project
              .tenon("new drop_it",
                     "TENON_ALLOW_DESTRUCTIVE=other," + said_after(refused.output,
                                                                   "with the build target: "
                                                                   "TENON_ALLOW_DESTRUCTIVE="))
              .status == 0);
  }
}

}  // namespace
}  // namespace tenon
