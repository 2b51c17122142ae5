// The ledger's SQL, by the names of its generated metadata.
#include <fmt/format.h>

#include <tenon/history/replaced.hpp>
#include <tenon/history/sql_text.hpp>
#include <tenon/runtime/ledger_names.hpp>
#include <tenon/runtime/ledger_revisions.hpp>
#include <tenon/runtime/ledger_rows.hpp>

#include <string>
#include <string_view>

namespace tenon {
namespace {

namespace migrations = tenon_ledger::tenon::migrations;
namespace revisions = tenon_ledger::tenon::revisions;
namespace steps = tenon_ledger::tenon::steps;

std::string in_utc(std::string_view column) {
  return fmt::format("to_char({} AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"')", column);
}

std::string in_microseconds(std::string_view column) {
  return fmt::format("(extract(epoch FROM {}) * 1000000)::bigint", column);
}

constexpr std::string_view interval_of_microseconds = "::bigint * interval '1 microsecond'";

std::string migrations_query() {
  return fmt::format("SELECT 'migration', {}, {}, {}, {}, {}, {}, {}, {}, {} FROM {}",
                     migrations::id.name, migrations::parent.name, migrations::position.name,
                     migrations::digest.name, migrations::model_digest.name,
                     in_utc(migrations::applied_at.name),
                     in_microseconds(migrations::duration.name), migrations::applied_by.name,
                     migrations::tenon_version.name, ledger_table<ledger::Migration>());
}

std::string steps_query() {
  return fmt::format("SELECT {}::text, {}, NULL, {}, {}, '', {}, {}, {}, {} FROM {}",
                     steps::direction.name, steps::migration.name, steps::number.name,
                     steps::digest.name, in_utc(steps::started_at.name),
                     in_microseconds(steps::duration.name), steps::applied_by.name,
                     steps::tenon_version.name, ledger_table<ledger::Step>());
}

std::string revisions_query() {
  return fmt::format("SELECT 'revision', {}, NULL, 0, '', '', '', 0, '', '' FROM {}",
                     revisions::id.name, ledger_table<ledger::Revision>());
}

std::optional<std::chrono::microseconds> microseconds(const Value& value) {
  if (!value) return std::nullopt;
  return std::chrono::microseconds{std::stoll(*value)};
}

void add_row(Ledger& ledger, Row& row) {
  if (row[0] == "migration") {
    ledger.migrations.push_back({.id = not_null(row[1]),
                                 .parent = row[2],
                                 .position = std::stoul(not_null(row[3])),
                                 .digest = not_null(row[4]),
                                 .model_digest = not_null(row[5]),
                                 .applied_at = not_null(row[6]),
                                 .duration = microseconds(row[7]).value_or(not_run),
                                 .applied_by = not_null(row[8]),
                                 .tenon_version = not_null(row[9])});
  } else {
    ledger.steps.push_back({.migration = not_null(row[1]),
                            .direction = row[0] == "up" ? Direction::up : Direction::down,
                            .number = std::stoul(not_null(row[3])),
                            .digest = not_null(row[4]),
                            .started_at = not_null(row[6]),
                            .duration = microseconds(row[7]),
                            .applied_by = not_null(row[8]),
                            .tenon_version = not_null(row[9])});
  }
}

}  // namespace

Ledger read_ledger(Connection& connection) {
  Ledger ledger;
  const LedgerTables tables = tables_of_ledger(connection);
  if (!tables.migrations) return ledger;
  // Rows that row level security hides would seem never to have run.
  std::string query = "SET LOCAL row_security = off; " + migrations_query();
  if (tables.steps) query += " UNION ALL " + steps_query();
  if (tables.revisions) query += " UNION ALL " + revisions_query();
  std::vector<std::string> known;
  for (Row& row : connection.query(query + " ORDER BY 1, 4")) {
    if (row[0] == "revision")
      known.push_back(not_null(row[1]));
    else
      add_row(ledger, row);
  }
  require_known_revisions(known);
  return ledger;
}

std::size_t position_behind(const std::vector<AppliedMigration>& rows) {
  return rows.empty() ? 1 : rows.back().position + 1;
}

bool record(Connection& connection, const Migration& migration, std::size_t position,
            std::chrono::microseconds duration, const std::optional<std::string>& transaction) {
  const auto statement = fmt::format(
      "INSERT INTO {} ({}, {}, {}, {}, {}, {}, {}) SELECT $1, $2, $3::integer, $4, $5, $6{}, $7 "
      "WHERE $8::text IS NULL OR pg_current_xact_id()::text = $8 RETURNING 1",
      ledger_table<ledger::Migration>(), migrations::id.name, migrations::parent.name,
      migrations::position.name, migrations::digest.name, migrations::model_digest.name,
      migrations::duration.name, migrations::tenon_version.name, interval_of_microseconds);
  const Rows added =
      connection.query(statement, {migration.id, migration.parent, std::to_string(position),
                                   token_digest(migration.up_sql), migration.model_digest,
                                   std::to_string(duration.count()), TENON_VERSION, transaction});
  return !added.empty();
}

void forget(Connection& connection, const Migration& migration) {
  const auto forget_one = [&](const std::string& id) {
    (void)connection.query(fmt::format("DELETE FROM {} WHERE {} = $1",
                                       ledger_table<ledger::Migration>(), migrations::id.name),
                           {id});
    (void)connection.query(fmt::format("DELETE FROM {} WHERE {} = $1", ledger_table<ledger::Step>(),
                                       steps::migration.name),
                           {id});
  };
  forget_one(migration.id);
  // With them the squash would count as run.
  for_each_replaced(migration.replaces, [&](const Replaced& replaced) { forget_one(replaced.id); });
}

void record_begin(Connection& connection, const Migration& migration, Direction direction,
                  const MigrationStep& step) {
  const auto statement = fmt::format(
      "INSERT INTO {0} ({1}, {2}, {3}, {4}, {5}) VALUES ($1, $2, $3, $4, $5) "
      "ON CONFLICT ({1}, {2}, {3}) DO UPDATE SET {4} = excluded.{4}, {5} = excluded.{5}, "
      "{6} = excluded.{6}, {7} = excluded.{7}, {8} = NULL",
      ledger_table<ledger::Step>(), steps::migration.name, steps::direction.name,
      steps::number.name, steps::digest.name, steps::tenon_version.name, steps::started_at.name,
      steps::applied_by.name, steps::duration.name);
  (void)connection.query(statement, {migration.id, name_of(direction), std::to_string(step.number),
                                     step_digest(step), TENON_VERSION});
}

void record_end(Connection& connection, const Migration& migration, Direction direction,
                const MigrationStep& step, std::chrono::microseconds duration) {
  const auto statement =
      fmt::format("UPDATE {} SET {} = $4{} WHERE {} = $1 AND {} = $2 AND {} = $3",
                  ledger_table<ledger::Step>(), steps::duration.name, interval_of_microseconds,
                  steps::migration.name, steps::direction.name, steps::number.name);
  (void)connection.query(statement, {migration.id, name_of(direction), std::to_string(step.number),
                                     std::to_string(duration.count())});
}

}  // namespace tenon
