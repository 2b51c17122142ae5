#include "reconcile_proof.hpp"

#include <tenon/model/printing_settings.hpp>
#include <tenon/runtime/ledger_rows.hpp>
#include <tenon/runtime/migration_run.hpp>
#include <tenon/runtime/migrator.hpp>
#include <tenon/runtime/transaction.hpp>
#include <tenon/sql/render.hpp>
#include <tenon/sql/script_settings.hpp>
#include <tenon/testing/catalog_difference.hpp>
#include <tenon/testing/missing_roles.hpp>
#include <tenon/testing/replay.hpp>

namespace tenon::cli {
namespace {

Catalog catalog_of(Connection& connection) {
  return read_catalog(connection, {.ignored_schemas = {ledger_schema}});
}

void run_up(const testing::ScratchServer& server, Connection& connection,
            const Migration& migration) {
  for (const MigrationStep& step : steps_of(migration, Direction::up))
    testing::with_roles(server, connection,
                        [&] { run_step(connection, migration, Direction::up, step); });
}

}  // namespace

HeadDatabase::HeadDatabase(std::span<const Migration> migrations, int major)
    : migrations_{migrations},
      server_{testing::ScratchServer::start(major)},
      database_{server_.create_database()},
      connection_{database_.url()} {
  testing::with_roles(server_, connection_, [&] { migrate(connection_, migrations_); });
}

ExpectedCatalog HeadDatabase::expected_catalog() {
  return testing::read_expected_catalog(connection_, migrations_);
}

void HeadDatabase::add_expected(std::vector<sql::ObjectState>& asked) {
  const auto here = read_states(connection_, asked);
  for (std::size_t i = 0; i < asked.size(); ++i) asked[i].expected = here[i].state;
}

std::vector<std::string> HeadDatabase::changed_by(const Migration& migration) {
  Catalog before = catalog_of(connection_);
  run_up(server_, connection_, migration);
  return testing::differences({"the migrations", std::move(before)},
                              {"with it", catalog_of(connection_)});
}

std::optional<Catalog> HeadDatabase::mended(const Model& seen, const Migration& migration,
                                            std::string& why_not) {
  const testing::ScratchDatabase database = server_.create_database();
  Connection connection{database.url()};
  try {
    testing::with_roles(server_, connection, [&] {
      in_transaction(connection, sql::transaction_settings, [&] {
        for (const std::string& statement : sql::create_all(seen)) connection.execute(statement);
      });
    });
  } catch (const DatabaseError& error) {
    why_not = error.what();
    return std::nullopt;
  }
  run_up(server_, connection, migration);
  return catalog_of(connection);
}

std::vector<sql::ObjectState> read_states(Connection& connection,
                                          std::span<const sql::ObjectState> asked) {
  std::vector<sql::ObjectState> states{asked.begin(), asked.end()};
  if (states.empty()) return states;
  in_transaction(connection, "SET TRANSACTION READ ONLY;\n" + set_printing_settings(), [&] {
    const Rows rows = connection.query(sql::states_query(states));
    for (std::size_t i = 0; i < states.size(); ++i) states[i].state = rows.at(i).at(0);
  });
  return states;
}

}  // namespace tenon::cli
