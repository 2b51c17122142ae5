// Rows of the ledger, and nothing else.
#include <tenon/runtime/ledger_revisions.hpp>
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

std::vector<std::string> stamp(AnyConnection connection, std::span<const Migration> migrations,
                               const std::optional<std::string>& revision,
                               std::chrono::milliseconds patience) {
  require_chain(migrations);
  const Migration& last = wanted(migrations, revision);
  Connection& open = connection.get();
  const MigratorLock lock{open, patience};
  const Status before = status(open, migrations);
  require_unchanged(before);
  require_known(before);
  require_uninterrupted(before);
  const std::vector<Planned> missing = pending(before, migrations);
  if (std::ranges::find(before.pending, last.id) == before.pending.end()) return {};
  require_objects(open, last);

  std::vector<std::string> recorded;
  open.execute("BEGIN");
  try {
    bring_ledger_up_to_date(open);
    for (const Planned& planned : missing) {
      record(open, *planned.migration, planned.position, not_run);
      recorded.push_back(planned.migration->id);
      if (planned.migration == &last) break;
    }
    open.execute("COMMIT");
  } catch (const ConnectionError&) {
    throw;
  } catch (...) {
    open.execute("ROLLBACK");
    throw;
  }
  return recorded;
}

}  // namespace tenon
