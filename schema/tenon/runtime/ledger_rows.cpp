// The ledger's SQL. Its table is created by the migrations that were generated for it.
#include <tenon_ledger_migrations.hpp>

#include <tenon/history/sql_text.hpp>
#include <tenon/runtime/ledger_rows.hpp>

#include <string>

namespace tenon {
namespace {

bool ledger_exists(Connection& connection) {
  return connection.query("SELECT to_regclass('tenon.migrations')")[0][0].has_value();
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
  for (auto& row : connection.query(R"sql(
SELECT id, parent, position, digest, model_digest,
       to_char(applied_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
       (extract(epoch FROM duration) * 1000000)::bigint, applied_by, tenon_version
FROM tenon.migrations ORDER BY position)sql")) {
    applied.push_back({.id = row[0].value(),
                       .parent = row[1],
                       .position = std::stoul(row[2].value()),
                       .digest = row[3].value(),
                       .model_digest = row[4].value(),
                       .applied_at = row[5].value(),
                       .duration = std::chrono::microseconds{std::stoll(row[6].value())},
                       .applied_by = row[7].value(),
                       .tenon_version = row[8].value()});
  }
  return applied;
}

void record(Connection& connection, const Migration& migration, std::size_t position,
            std::chrono::microseconds duration) {
  (void)connection.query(
      "INSERT INTO tenon.migrations (id, parent, position, digest, model_digest, duration, "
      "tenon_version) VALUES ($1, $2, $3, $4, $5, $6::bigint * interval '1 microsecond', $7)",
      {migration.id, migration.parent, std::to_string(position), token_digest(migration.up_sql),
       migration.model_digest, std::to_string(duration.count()), TENON_VERSION});
}

void forget(Connection& connection, const std::string& id) {
  (void)connection.query("DELETE FROM tenon.migrations WHERE id = $1", {id});
}

}  // namespace tenon
