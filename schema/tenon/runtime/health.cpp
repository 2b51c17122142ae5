// One query, and everything that can go wrong with it.
#include <fmt/format.h>
#include <tenon_ledger.hpp>

#include <tenon/catalog/sqlstates.hpp>
#include <tenon/runtime/health.hpp>
#include <tenon/runtime/ledger_comparison.hpp>

#include <algorithm>
#include <utility>
#include <vector>

namespace tenon {
namespace {

/// The settings are those of the one transaction that a message with several statements is:
/// https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-FLOW-MULTI-STATEMENT
/// Rows that a policy hides would be taken for migrations that did not run.
std::string question(std::chrono::milliseconds timeout) {
  namespace migrations = tenon_ledger::tenon::migrations;
  using LedgerTable = table_of<ledger::Migration>;
  return fmt::format(
      "SET LOCAL statement_timeout = {}; SET LOCAL row_security = off; "
      "SELECT {}, {} FROM {}.{} ORDER BY {}",
      timeout.count(), migrations::id.name, migrations::digest.name, LedgerTable::schema,
      LedgerTable::name, migrations::position.name);
}

/// The ledger's rows; none where there is no ledger yet.
Rows ask(Connection& connection, std::chrono::milliseconds timeout) {
  try {
    return connection.query(question(timeout));
  } catch (const DatabaseError& error) {
    if (error.sqlstate == sqlstates::undefined_table ||
        error.sqlstate == sqlstates::invalid_schema_name)
      return {};
    throw;
  }
}

void compare(Health& health, const ExpectedHistory& expected, const Rows& rows) {
  std::vector<MigrationDigest> ran;
  for (const Row& row : rows) ran.push_back({not_null(row[0]), not_null(row[1])});
  LedgerComparison found = compare_with_ledger(
      expected.migrations,
      [](const MigrationDigest& entry) -> const std::string& { return entry.digest; }, ran);
  health.pending = std::move(found.pending);
  health.unknown = std::move(found.unknown);
  health.changed = std::move(found.changed);
  health.current_head = std::move(found.head);
  for (const PartlyReplaced& partly : found.partly_replaced)
    health.messages.push_back(describe(partly));
}

void add_message(Health& health, std::string_view before, const std::vector<std::string>& ids) {
  if (!ids.empty()) health.messages.push_back(fmt::format("{}: {}", before, fmt::join(ids, ", ")));
}

void judge(Health& health) {
  add_message(health, "these migrations have not run", health.pending);
  add_message(health,
              "these ran and this program does not know them, so a newer one or another branch was "
              "here",
              health.unknown);
  add_message(health, "these were changed after they ran", health.changed);
  health.status = health.messages.empty() ? Health::Status::ok : Health::Status::degraded;
}

/// What is wrong for certain is said before what nobody knows.
void add_drift(Health& health, Verification drift) {
  if (drift.status == Verification::Status::different) {
    const auto places = std::ranges::count_if(
        drift.findings, [](const CatalogFinding& finding) { return finding.rule.is_drift; });
    health.status = Health::Status::degraded;
    health.messages.push_back(fmt::format("the schema differs from the expected one in {} place{}",
                                          places, places == 1 ? "" : "s"));
  } else if (drift.status == Verification::Status::unknown) {
    if (health.status == Health::Status::ok) health.status = Health::Status::unknown;
    health.messages.push_back("the schema could not be compared: " + drift.reason);
  }
  health.drift = std::move(drift);
}

Verification drift_of(Connection& connection, const HealthOptions& options) {
  try {
    return verify(connection, *options.expected_catalog, options.verify);
  } catch (const std::runtime_error& error) {
    return {Verification::Status::unknown, error.what(), {}, {}, {}};
  } catch (const std::invalid_argument& error) {
    return {Verification::Status::unknown, error.what(), {}, {}, {}};
  }
}

}  // namespace

const char* name_of(Health::Status status) {
  switch (status) {
    case Health::Status::ok:
      return "ok";
    case Health::Status::degraded:
      return "degraded";
    case Health::Status::unknown:
      return "unknown";
  }
  return "";
}

Health health(AnyConnection connection, const ExpectedHistory& expected,
              const HealthOptions& options) {
  Health health;
  if (!expected.migrations.empty()) health.expected_head = expected.migrations.back().id;
  try {
    Connection& open = connection.get();
    compare(health, expected, ask(open, options.timeout));
    judge(health);
    if (options.expected_catalog != nullptr) add_drift(health, drift_of(open, options));
  } catch (const ConnectionError& error) {
    health.messages.push_back(
        fmt::format("there is no connection to the database: {}", error.what()));
  } catch (const DatabaseError& error) {
    health.messages.push_back(fmt::format("the ledger could not be read: {}", error.what()));
  }
  return health;
}

Health health(AnyConnection connection, std::span<const Migration> migrations,
              const HealthOptions& options) {
  return health(std::move(connection), expected_history(migrations), options);
}

}  // namespace tenon
