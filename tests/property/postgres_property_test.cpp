// A plan makes of one real database another one, for random schemas.
#include <rapidcheck.h>

#include <support/catch.hpp>
#include <support/migrated.hpp>
#include <support/property_runs.hpp>
#include <support/random_model.hpp>
#include <tenon/diff/made_renames.hpp>
#include <tenon/plan/concurrently.hpp>

#include <string>
#include <utility>
#include <variant>

namespace tenon::test {
namespace {

// Without what came with PostgreSQL 15, where the server is older.
Model for_server(Model model) {
  if (server().version() >= 150000) return model;
  for (Table& table : model.tables) {
    for (Index& index : table.indexes) index.nulls_not_distinct = false;
    for (Constraint& constraint : table.constraints) {
      if (auto* unique = std::get_if<UniqueConstraint>(&constraint.definition))
        unique->nulls_not_distinct = false;
      if (auto* key = std::get_if<ForeignKey>(&constraint.definition))
        key->on_delete_columns.clear();
    }
  }
  return model;
}

void migrate(Connection& connection, const Model& from, const Model& to, const Intents& intents) {
  const auto statements = statements_of(make_plan(from, to, diff(from, to, intents)));
  for (const std::string& statement : statements) RC_LOG() << statement << "\n";
  run(connection, statements);
}

// What can be made concurrently is, each step by itself.
void migrate_concurrently(Connection& connection, const Model& from, const Model& to,
                          const Intents& intents) {
  const Changes changes = with_concurrent_builds(from, to, diff(from, to, intents));
  std::vector<std::string> transaction;
  for (const Step& step : make_plan(from, to, changes).steps) {
    const auto statements = sql::render(step.action);
    for (const std::string& statement : statements) RC_LOG() << statement << "\n";
    if (!step.outside_transaction) {
      transaction.insert(transaction.end(), statements.begin(), statements.end());
      continue;
    }
    run(connection, std::exchange(transaction, {}));
    for (const std::string& statement : statements) connection.execute(statement);
  }
  run(connection, transaction);
}

void require_same(const Catalog& seen, const Catalog& wanted) {
  const std::string text = differences(seen, wanted);
  RC_LOG() << "differences:\n" << text;
  RC_ASSERT(text.empty());
}

void require_there_and_back(const Model& from, const EditedModel& edited,
                            decltype(migrate)& migrate) {
  Database database;
  const auto creation = sql::create_all(from);
  for (const std::string& statement : creation) RC_LOG() << statement << "\n";
  run(database.connection, creation);
  const Catalog before = read_catalog(database.connection);
  RC_LOG() << "\n-- there\n";
  migrate(database.connection, from, edited.model, edited.intents);
  require_same(read_catalog(database.connection), catalog_of(edited.model));
  RC_LOG() << "\n-- and back\n";
  migrate(database.connection, edited.model, from, {inverted(edited.intents.renames), {}, {}});
  require_same(read_catalog(database.connection), before);
}

}  // namespace

TEST_CASE("the plan between two schemas makes one real database the other, and back") {
  set_property_runs();
  CHECK(rc::check([] {
    const bool concurrently = *rc::gen::arbitrary<bool>();
    const Model from = for_server(*random_model());
    EditedModel edited = *random_edit(from);
    edited.model = for_server(std::move(edited.model));
    require_there_and_back(from, edited, concurrently ? migrate_concurrently : migrate);
  }));
}

}  // namespace tenon::test
