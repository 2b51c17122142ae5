#include <tenon/catalog/catalog.hpp>
#include <tenon/history/model_json.hpp>
#include <tenon/runtime/ledger_rows.hpp>
#include <tenon/runtime/migrator.hpp>
#include <tenon/testing/missing_roles.hpp>
#include <tenon/testing/replay.hpp>

#include <utility>

namespace tenon::testing {

ExpectedCatalog replay(std::span<const Migration> migrations, ScratchServer& server) {
  const ScratchDatabase database = server.create_database();
  Connection connection{database.url()};
  with_roles(server, connection, [&] { migrate(connection, migrations); });
  return read_expected_catalog(connection, migrations);
}

ExpectedCatalog read_expected_catalog(Connection& connection,
                                      std::span<const Migration> migrations) {
  Catalog catalog = read_catalog(connection, {.ignored_schemas = {ledger_schema}});

  ExpectedCatalog expected;
  if (!migrations.empty()) expected.head = migrations.back().id;
  expected.model = to_json(catalog.model);
  expected.unmodelled = std::move(catalog.unmodelled);
  expected.server_major = connection.server_version() / 10'000;
  return expected;
}

}  // namespace tenon::testing
