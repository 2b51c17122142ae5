// What is generated for the ledger creates its tables.
#include <fmt/format.h>
#include <tenon_ledger_migrations.hpp>

#include <tenon/catalog/sqlstates.hpp>
#include <tenon/runtime/ledger_names.hpp>
#include <tenon/runtime/ledger_revisions.hpp>
#include <tenon/runtime/migrator_errors.hpp>

#include <algorithm>

namespace tenon {
namespace {

namespace revisions = tenon_ledger::tenon::revisions;

std::vector<std::string> revisions_of(Connection& connection) {
  const LedgerTables tables = tables_of_ledger(connection);
  // The first ledgers did not say which they are.
  if (!tables.revisions)
    return tables.migrations ? std::vector{ledger::migrations().front().id}
                             : std::vector<std::string>{};
  std::vector<std::string> ids;
  for (const Row& row : connection.query(
           fmt::format("SELECT {} FROM {}", revisions::id.name, ledger_table<ledger::Revision>())))
    ids.push_back(not_null(row[0]));
  return ids;
}

bool is_among(const std::vector<std::string>& ids, const std::string& id) {
  return std::ranges::find(ids, id) != ids.end();
}

}  // namespace

LedgerTables tables_of_ledger(Connection& connection) {
  const Rows rows =
      connection.query(fmt::format("SELECT to_regclass('{}'), to_regclass('{}'), to_regclass('{}')",
                                   ledger_table<ledger::Migration>(), ledger_table<ledger::Step>(),
                                   ledger_table<ledger::Revision>()));
  const Row& row = rows.at(0);
  return {row[0].has_value(), row[1].has_value(), row[2].has_value()};
}

void require_known_revisions(const std::vector<std::string>& revisions) {
  const auto known = ledger::migrations();
  for (const std::string& id : revisions)
    if (std::ranges::find(known, id, &Migration::id) == known.end())
      throw LedgerError{"the ledger of this database was written by a newer Tenon (its revision " +
                            id +
                            " is not known to " TENON_VERSION "); use that version or a newer one",
                        {}};
}

void bring_ledger_up_to_date(Connection& connection) try {
  const std::vector<std::string> had = revisions_of(connection);
  require_known_revisions(had);
  const auto all = ledger::migrations();
  if (had.size() == all.size()) return;
  for (const Migration& migration : all)
    if (!is_among(had, migration.id)) connection.execute(migration.up_sql);
  for (const Migration& migration : all)
    (void)connection.query(fmt::format("INSERT INTO {0} ({1}) VALUES ($1) ON CONFLICT DO NOTHING",
                                       ledger_table<ledger::Revision>(), revisions::id.name),
                           {migration.id});
} catch (const DatabaseError& error) {
  if (error.sqlstate != sqlstates::insufficient_privilege) throw;
  throw DatabaseError{
      std::string{error.what()} +
          "\nthe ledger is kept in the schema tenon of the database: run as a role that may create "
          "it (GRANT CREATE ON DATABASE … TO …), or as its owner",
      error.sqlstate, error.statement};
}

}  // namespace tenon
