// Migrations whose indexes are made concurrently: their files, their way back, the gate.
#include <unit/schemas.hpp>

#include <support/catch.hpp>
#include <tenon/history/author.hpp>
#include <tenon/history/backfill.hpp>
#include <tenon/history/check.hpp>
#include <tenon/history/migration_json.hpp>
#include <tenon/history/model_json.hpp>
#include <tenon/history/sql_text.hpp>
#include <tenon/model/lookup.hpp>

namespace tenon {
namespace {

using test::household;
using test::in_public;
using test::index;

Declarations declared(Model model) {
  Declarations result;
  result.model = std::move(model);
  return result;
}

// A history that leads to household(), and then to `model`.
std::vector<Migration> history_to(const Model& model, IndexBuilds builds) {
  auto all = write_migrations({}, declared(household()), "20260101", {}, "begin");
  for (Migration& next :
       write_migrations(fold(all), declared(model), "20260102", all.back().id, "", builds))
    all.push_back(std::move(next));
  return all;
}

Model with_index_on_email() {
  Model model = household();
  find(model.tables, in_public("users"))->indexes.push_back(index("users_email_idx", {"email"}));
  return model;
}

std::vector<std::string> rules_of(const std::vector<Migration>& migrations) {
  std::vector<std::string> names;
  for (const Diagnostic& finding : check_history(migrations, "migrations").findings)
    names.push_back(finding.rule);
  return names;
}

constexpr const char* step_of_its_own =
    "-- a step of its own, outside a transaction: does not block writes\n";

}  // namespace

TEST_CASE("how an index is made is in the JSON of its change only when it is not as usual") {
  const Change plain = CreateIndex{in_public("t"), index("i", {"a"})};
  const Change concurrent = CreateIndex{in_public("t"), index("i", {"a"}), true};
  CHECK_THAT(to_json(plain), !Catch::Contains("concurrently"));
  CHECK_THAT(to_json(concurrent), Catch::Contains("\"concurrently\":true"));
  CHECK_FALSE(std::get<CreateIndex>(change_from_json(to_json(plain))).concurrently);
  CHECK(std::get<CreateIndex>(change_from_json(to_json(concurrent))).concurrently);
  const Change drop = DropIndex{in_public("t"), index("i", {"a"}), true};
  CHECK(std::get<DropIndex>(change_from_json(to_json(drop))).concurrently);
}

TEST_CASE("an index is made concurrently only when that is asked for") {
  const Migration plain = history_to(with_index_on_email(), IndexBuilds::in_transaction).at(1);
  CHECK_THAT(plain.up_sql, Catch::Contains("CREATE INDEX users_email_idx"));
  CHECK_THAT(plain.down_sql, Catch::Contains("DROP INDEX users_email_idx"));
}

TEST_CASE("the way back of a concurrent creation is a concurrent drop, and the other way round") {
  const auto there = history_to(with_index_on_email(), IndexBuilds::concurrently);
  REQUIRE(there.size() == 2);
  const std::string creation =
      step_of_its_own + std::string{"CREATE INDEX CONCURRENTLY users_email_idx ON users (email);"};
  const std::string drop =
      step_of_its_own + std::string{"DROP INDEX CONCURRENTLY users_email_idx;"};
  CHECK_THAT(there[1].up_sql, Catch::Contains(creation));
  CHECK_THAT(there[1].down_sql, Catch::Contains(drop));
  CHECK(rules_of(there) == std::vector<std::string>{});

  const Migration away = write_migrations(fold(there), declared(household()), "20260103",
                                          there.back().id, "", IndexBuilds::concurrently)
                             .at(0);
  CHECK_THAT(away.up_sql, Catch::Contains(drop));
  CHECK_THAT(away.down_sql, Catch::Contains(creation));
}

TEST_CASE("the way back finds a concurrent index under the old name of its table") {
  Declarations renamed = declared(with_index_on_email());
  Model& model = renamed.model;
  find(model.tables, in_public("users"))->name.name = "people";
  renamed.intents.renames = {
      {{ObjectKind::table, in_public("people"), ""}, "", in_public("users")}};
  auto all = write_migrations({}, declared(household()), "20260101", {}, "begin");
  all.push_back(
      write_migrations(fold(all), renamed, "20260102", all.back().id, "", IndexBuilds::concurrently)
          .at(0));
  CHECK_THAT(all[1].up_sql, Catch::Contains("CONCURRENTLY users_email_idx ON people"));
  CHECK_THAT(all[1].down_sql, Catch::Contains("DROP INDEX CONCURRENTLY users_email_idx"));
  CHECK(rules_of(all) == std::vector<std::string>{});
}

TEST_CASE("a way back that drops the column of a concurrent index drops both in the transaction") {
  Model model = household();
  Table& users = *find(model.tables, in_public("users"));
  users.columns.push_back(test::column("age", "integer"));
  users.indexes.push_back(index("users_age_idx", {"age"}));
  const auto migrations = history_to(model, IndexBuilds::concurrently);
  CHECK_THAT(migrations.at(1).up_sql, Catch::Contains("CREATE INDEX CONCURRENTLY users_age_idx"));
  CHECK_THAT(migrations.at(1).down_sql, !Catch::Contains("CONCURRENTLY"));
  CHECK(rules_of(migrations) == std::vector<std::string>{});
}

TEST_CASE("a concurrent migration that was edited is found, in the file and in its changes") {
  auto migrations = history_to(with_index_on_email(), IndexBuilds::concurrently);
  Migration& edited = migrations.at(1);

  SECTION("a statement put back into the transaction") {
    edited.up_sql.erase(edited.up_sql.find("CONCURRENTLY "), std::string{"CONCURRENTLY "}.size());
    CHECK(rules_of(migrations) == std::vector<std::string>{"tenon-edited"});
  }
  SECTION("the change") {
    std::get<CreateIndex>(edited.changes.at(0)).concurrently = false;
    CHECK(rules_of(migrations) == std::vector<std::string>{"tenon-rendering", "tenon-rendering"});
  }
}

TEST_CASE("labels still have a migration of their own when an index is made concurrently") {
  Model model = with_index_on_email();
  model.enums[0].labels.push_back("guest");
  find(model.tables, in_public("users"))->indexes.back().predicate = "role <> 'guest'";
  const auto migrations = history_to(model, IndexBuilds::concurrently);
  REQUIRE(migrations.size() == 3);
  CHECK_THAT(migrations[1].up_sql, !Catch::Contains("CONCURRENTLY"));
  CHECK_THAT(migrations[2].up_sql, Catch::Contains("CREATE INDEX CONCURRENTLY users_email_idx"));
  CHECK(rules_of(migrations) == std::vector<std::string>{});
}

}  // namespace tenon
