// The parity comparisons: silent on a true history, and each kind of falsehood found by name.
#include <nlohmann/json.hpp>

#include <support/catch.hpp>
#include <support/server.hpp>
#include <support/temporary_folder.hpp>
#include <tenon/history/author.hpp>
#include <tenon/history/backfill.hpp>
#include <tenon/history/errors.hpp>
#include <tenon/history/folder.hpp>
#include <tenon/history/model_json.hpp>
#include <tenon/history/sql_text.hpp>
#include <tenon/testing/parity.hpp>

#include <fstream>
#include <string>

namespace tenon::testing {
namespace {

Column column(std::string name, std::string type) {
  Column made;
  made.name = std::move(name);
  made.type = std::move(type);
  made.not_null = true;
  return made;
}

/// Users, and then more: an enum, a key to a second table, a rename, a checked column, indexes that
/// are made concurrently.
std::vector<Model> revisions() {
  Table users;
  users.name.name = "users";
  users.columns = {column("id", "bigint"), column("email", "text")};
  users.columns[0].identity = Identity::always;
  users.constraints = {{"users_pkey", PrimaryKey{{"id"}, {}}, {}, {}}};
  Model first;
  first.tables = {users};

  Model second = first;
  second.enums = {{{"public", "role"}, {"member", "admin"}, std::nullopt}};
  auto& grown = second.tables[0];
  grown.columns.push_back(column("role", "role"));
  grown.columns.back().default_value = "'member'";
  grown.comment = "people";
  Table homes;
  homes.name.name = "homes";
  homes.columns = {column("id", "bigint"), column("owner_id", "bigint")};
  homes.constraints = {{"homes_pkey", PrimaryKey{{"id"}, {}}, {}, {}},
                       {"homes_owner_id_fkey",
                        ForeignKey{{"owner_id"},
                                   {"public", "users"},
                                   {"id"},
                                   false,
                                   ReferentialAction::cascade,
                                   ReferentialAction::no_action},
                        {},
                        {}},
                       {"homes_id_check", CheckConstraint{"id > 0", false}, {}, {}}};
  Index by_owner;
  by_owner.name = "homes_owner_id_idx";
  by_owner.elements = {IndexElement{"owner_id", false, {}, {}, false, false}};
  homes.indexes = {by_owner};
  second.tables.push_back(homes);

  Model third = second;
  third.tables[0].columns.insert(third.tables[0].columns.begin() + 1,
                                 column("name", "varchar(80)"));
  third.tables[0].columns[1].default_value = "''";
  third.tables[1].columns[1].not_null = false;

  Model fourth = third;
  Index by_email = by_owner;
  by_email.name = "users_email_idx";
  by_email.elements[0].target = "email";
  by_email.comment = "by mail";
  fourth.tables[0].indexes = {by_email};
  fourth.tables[1].indexes[0].elements.push_back(IndexElement{"id", false, {}, {}, false, false});
  return {first, second, third, fourth};
}

ParityInputs true_history() {
  ParityInputs inputs;
  inputs.migrations_folder = "migrations";
  int day = 20260101;
  for (const auto& model : revisions()) {
    Declarations declared;
    declared.model = model;
    std::optional<std::string> parent;
    if (!inputs.migrations.empty()) parent = inputs.migrations.back().id;
    for (auto& next : write_migrations(fold(inputs.migrations), declared, std::to_string(day++),
                                       parent, "", IndexBuilds::concurrently)) {
      inputs.migrations.push_back(std::move(next));
    }
    inputs.declared = declared;
  }
  return inputs;
}

/// Changes the generated SQL and makes the digests agree with it, as somebody would who wants to
/// get past the gate.
void forge(Migration& migration, const std::string& from, const std::string& to) {
  for (auto* sql : {&migration.up_sql, &migration.down_sql}) {
    const auto at = sql->find(from);
    if (at != std::string::npos) sql->replace(at, from.size(), to);
  }
  migration.up_digest = token_digest(take_apart(migration.up_sql).generated);
  migration.down_digest = token_digest(take_apart(migration.down_sql).generated);
}

std::string text(const Findings& findings) {
  std::string all;
  for (const auto& finding : findings) all += finding + "\n";
  return all;
}

TEST_CASE("a true history gives no finding in any of the four comparisons") {
  const auto inputs = true_history();
  REQUIRE_THAT(inputs.migrations.back().up_sql, Catch::Contains("CREATE INDEX CONCURRENTLY"));
  CHECK(text(compare_structs_with_changes(inputs)).empty());
  CHECK(text(compare_files_with_changes(inputs)).empty());
  CHECK(text(compare_structs_with_replay(inputs, test::server())).empty());
  CHECK(text(compare_down_and_up(inputs, test::server())).empty());
}

TEST_CASE("no structs and no migrations are the same schema") {
  ParityInputs inputs;
  inputs.migrations_folder = "migrations";
  CHECK(text(compare_structs_with_replay(inputs, test::server())).empty());
  CHECK(text(compare_down_and_up(inputs, test::server())).empty());
}

TEST_CASE("a struct changed without a migration is found offline and in PostgreSQL") {
  auto inputs = true_history();
  inputs.declared.model.tables[0].columns[2].type = "varchar(120)";
  CHECK_THAT(text(compare_structs_with_changes(inputs)),
             Catch::Contains("users.email") && Catch::Contains("varchar(120)"));
  CHECK_THAT(text(compare_structs_with_replay(inputs, test::server())),
             Catch::Contains(
                 "column users.email: type: text -> character varying(120) (the migrations -> the "
                 "structs)"));
}

TEST_CASE("SQL that was changed together with its digest is found in PostgreSQL") {
  auto inputs = true_history();
  forge(inputs.migrations[0], "email text", "email varchar(10)");
  CHECK_THAT(text(compare_structs_with_replay(inputs, test::server())),
             Catch::Contains("column users.email: type: character varying(10) -> text"));
}

TEST_CASE("what the migrations have and the structs lack is found, and the other way round") {
  auto more = true_history();
  forge(more.migrations[1], "CREATE TABLE homes",
        "CREATE TABLE extra (id int);\nCREATE TABLE homes");
  CHECK_THAT(text(compare_structs_with_replay(more, test::server())),
             Catch::Contains("table extra: is gone (the migrations -> the structs)"));
  auto less = true_history();
  forge(less.migrations[1], "COMMENT ON TABLE users IS 'people';", "");
  CHECK_THAT(text(compare_structs_with_replay(less, test::server())),
             Catch::Contains("table users: comment: none -> 'people'"));
}

TEST_CASE("an object that no struct can express is found by its name") {
  auto inputs = true_history();
  forge(inputs.migrations[0], "CREATE TABLE users",
        "CREATE VIEW v AS SELECT 1 AS one;\nCREATE TABLE users");
  CHECK_THAT(text(compare_structs_with_replay(inputs, test::server())),
             Catch::Contains("view v: is gone (the migrations -> the structs)"));
}

TEST_CASE("a way back that forgets something is found at its revision") {
  auto inputs = true_history();
  forge(inputs.migrations[1], "DROP TYPE role;", "");
  const auto findings = text(compare_down_and_up(inputs, test::server()));
  CHECK_THAT(findings, Catch::Contains("enum type role") &&
                           Catch::Contains("after its up and down") &&
                           Catch::Contains(inputs.migrations[1].id));
}

TEST_CASE("a migration that fails is a finding with its statement") {
  auto inputs = true_history();
  forge(inputs.migrations[0], "email text", "email nonsense");
  for (const auto& findings : {text(compare_structs_with_replay(inputs, test::server())),
                               text(compare_down_and_up(inputs, test::server()))}) {
    CHECK_THAT(findings, Catch::Contains(inputs.migrations[0].id) &&
                             Catch::Contains("type \"nonsense\" does not exist"));
  }
}

TEST_CASE("structs that PostgreSQL refuses are a finding with the statement") {
  auto inputs = true_history();
  inputs.declared.model.tables[0].columns[2].type = "nonsense";
  CHECK_THAT(
      text(compare_structs_with_replay(inputs, test::server())),
      Catch::Contains("the structs cannot be created") && Catch::Contains("CREATE TABLE users"));
}

TEST_CASE("an edited file is found by the comparison of the files") {
  auto inputs = true_history();
  inputs.migrations[0].up_sql += "CREATE TABLE sneaked_in ();";
  CHECK_THAT(text(compare_files_with_changes(inputs)),
             Catch::Contains("edited after it was generated"));
}

TEST_CASE("the ledger is the same schema as its own migrations") {
  const std::filesystem::path source = TENON_SOURCE_DIR;
  const auto inputs = read_parity_inputs(source / "generated/tenon_ledger.json",
                                         source / "schema/tenon/runtime/migrations");
  CHECK(inputs.declared.model.tables.size() == 3);
  CHECK(text(compare_structs_with_changes(inputs)).empty());
  CHECK(text(compare_structs_with_replay(inputs, test::server())).empty());
  CHECK(text(compare_down_and_up(inputs, test::server())).empty());
}

TEST_CASE("inputs are read from files, and what cannot be read is named") {
  const test::TemporaryFolder folder;
  const auto inputs = true_history();
  const auto model = folder.path() / "model.json";
  const auto migrations = folder.path() / "migrations";
  std::ofstream{model} << to_json(inputs.declared, 2);
  for (const auto& migration : inputs.migrations) write_migration(migrations, migration);
  const auto read = read_parity_inputs(model, migrations);
  CHECK(read.migrations.size() == inputs.migrations.size());
  CHECK(text(compare_structs_with_changes(read)).empty());

  CHECK_THROWS_WITH(read_parity_inputs(folder.path() / "none.json", migrations),
                    Catch::Contains("none.json"));
  std::ofstream{model} << "{ \"format\"";
  CHECK_THROWS_AS(read_parity_inputs(model, migrations), HistoryError);
}

}  // namespace
}  // namespace tenon::testing
