// Rows of the ledger, and nothing else.
#include <tenon/runtime/ledger_rows.hpp>
#include <tenon/runtime/own_objects.hpp>
#include <tenon/runtime/pending.hpp>
#include <tenon/runtime/requirements.hpp>
#include <tenon/runtime/stamp.hpp>

#include <algorithm>

namespace tenon {
namespace {

// The migration that is to be the last one recorded.
const Migration& wanted(std::span<const Migration> migrations,
                        const std::optional<std::string>& revision) {
  if (revision) {
    const auto found = std::ranges::find(migrations, *revision, &Migration::id);
    if (found == migrations.end())
      throw LedgerError{*revision + " is not among the migrations", {*revision}};
    return *found;
  }
  if (migrations.empty()) throw LedgerError{"there are no migrations, so none can be recorded", {}};
  if (!migrations.front().baseline)
    throw LedgerError{"the first migration, " + migrations.front().id +
                          ", is no baseline; say the id of the one that the database is at",
                      {migrations.front().id}};
  return migrations.front();
}

void require_objects(Connection& connection, const Migration& last) {
  if (own_objects(connection).empty())
    throw LedgerError{
        "the database is empty, so it cannot be at " + last.id + "; tenon up makes the schema",
        {last.id}};
}

}  // namespace

std::vector<std::string> stamp(Connection& connection, std::span<const Migration> migrations,
                               const std::optional<std::string>& revision,
                               std::chrono::milliseconds patience) {
  require_chain(migrations);
  const Migration& last = wanted(migrations, revision);
  const MigratorLock lock{connection, patience};
  const Status before = status(connection, migrations);
  require_unchanged(before);
  require_known(before);
  const std::vector<Planned> missing = pending(before, migrations);
  if (std::ranges::find(before.pending, last.id) == before.pending.end()) return {};
  require_objects(connection, last);

  create_ledger(connection);
  std::vector<std::string> recorded;
  connection.execute("BEGIN");
  try {
    for (const Planned& planned : missing) {
      record(connection, *planned.migration, planned.position, not_run);
      recorded.push_back(planned.migration->id);
      if (planned.migration == &last) break;
    }
    connection.execute("COMMIT");
  } catch (const DatabaseError&) {
    connection.execute("ROLLBACK");
    throw;
  }
  return recorded;
}

}  // namespace tenon
