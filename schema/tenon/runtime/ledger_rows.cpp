// The ledger's SQL, by the names of its generated metadata. The migrations that were generated for
// it create its table.
#include <fmt/format.h>
#include <tenon_ledger.hpp>
#include <tenon_ledger_migrations.hpp>

#include <tenon/history/sql_text.hpp>
#include <tenon/runtime/ledger_rows.hpp>

#include <string>

namespace tenon {
namespace {

namespace migrations = tenon_ledger::tenon::migrations;

// Neither name needs quotes.
using LedgerTable = table_of<ledger::Migration>;
std::string ledger_table() {
  return fmt::format("{}.{}", LedgerTable::schema, LedgerTable::name);
}

bool ledger_exists(Connection& connection) {
  return connection.query("SELECT to_regclass($1)", {ledger_table()})[0][0].has_value();
}

}  // namespace

void create_ledger(Connection& connection) {
  if (ledger_exists(connection)) return;
  connection.execute("BEGIN");
  try {
    for (const auto& migration : ledger::migrations()) connection.execute(migration.up_sql);
    connection.execute("COMMIT");
  } catch (const DatabaseError&) {
    connection.execute("ROLLBACK");
    throw;
  }
}

std::vector<AppliedMigration> read_ledger(Connection& connection) {
  std::vector<AppliedMigration> applied;
  if (!ledger_exists(connection)) return applied;
  const auto query = fmt::format(
      "SELECT {}, {}, {}, {}, {}, "
      "to_char({} AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"'), "
      "(extract(epoch FROM {}) * 1000000)::bigint, {}, {} FROM {} ORDER BY {}",
      migrations::id.name, migrations::parent.name, migrations::position.name,
      migrations::digest.name, migrations::model_digest.name, migrations::applied_at.name,
      migrations::duration.name, migrations::applied_by.name, migrations::tenon_version.name,
      ledger_table(), migrations::position.name);
  for (auto& row : connection.query(query)) {
    applied.push_back({.id = not_null(row[0]),
                       .parent = row[1],
                       .position = std::stoul(not_null(row[2])),
                       .digest = not_null(row[3]),
                       .model_digest = not_null(row[4]),
                       .applied_at = not_null(row[5]),
                       .duration = std::chrono::microseconds{std::stoll(not_null(row[6]))},
                       .applied_by = not_null(row[7]),
                       .tenon_version = not_null(row[8])});
  }
  return applied;
}

void record(Connection& connection, const Migration& migration, std::size_t position,
            std::chrono::microseconds duration) {
  const auto statement = fmt::format(
      "INSERT INTO {} ({}, {}, {}, {}, {}, {}, {}) "
      "VALUES ($1, $2, $3, $4, $5, $6::bigint * interval '1 microsecond', $7)",
      ledger_table(), migrations::id.name, migrations::parent.name, migrations::position.name,
      migrations::digest.name, migrations::model_digest.name, migrations::duration.name,
      migrations::tenon_version.name);
  (void)connection.query(statement, {migration.id, migration.parent, std::to_string(position),
                                     token_digest(migration.up_sql), migration.model_digest,
                                     std::to_string(duration.count()), TENON_VERSION});
}

void forget(Connection& connection, const std::string& id) {
  (void)connection.query(
      fmt::format("DELETE FROM {} WHERE {} = $1", ledger_table(), migrations::id.name), {id});
}

}  // namespace tenon
