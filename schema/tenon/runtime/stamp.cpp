// Rows of the ledger, and nothing else.
#include <tenon/runtime/ledger_revisions.hpp>
#include <tenon/runtime/ledger_rows.hpp>
#include <tenon/runtime/own_objects.hpp>
#include <tenon/runtime/pending.hpp>
#include <tenon/runtime/requirements.hpp>
#include <tenon/runtime/stamp.hpp>
#include <tenon/runtime/transaction.hpp>

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

// Those that are to be recorded, up to the one that is wanted.
std::vector<Planned> missing(Connection& connection, std::span<const Migration> migrations,
                             const Migration& last) {
  const Status before = status(connection, migrations);
  require_unchanged(before);
  require_known(before);
  require_uninterrupted(before);
  std::vector<Planned> planned = pending(before, migrations);
  const auto end = std::ranges::find(planned, &last, &Planned::migration);
  if (end == planned.end()) return {};
  planned.erase(end + 1, planned.end());
  require_objects(connection, last);
  return planned;
}

std::vector<std::string> ids_of(const std::vector<Planned>& planned) {
  std::vector<std::string> ids;
  for (const Planned& one : planned) ids.push_back(one.migration->id);
  return ids;
}

}  // namespace

std::vector<std::string> stamp(AnyConnection connection, std::span<const Migration> migrations,
                               const std::optional<std::string>& revision,
                               std::chrono::milliseconds patience) {
  require_chain(migrations);
  const Migration& last = wanted(migrations, revision);
  Connection& open = connection.get();
  const MigratorLock lock{open, patience};
  const std::vector<Planned> planned = missing(open, migrations, last);
  if (planned.empty()) return {};

  in_transaction(open, "", [&] {
    bring_ledger_up_to_date(open);
    for (const Planned& one : planned) record(open, *one.migration, one.position, not_run);
  });
  return ids_of(planned);
}

std::vector<std::string> plan_stamp(AnyConnection connection, std::span<const Migration> migrations,
                                    const std::optional<std::string>& revision) {
  require_chain(migrations);
  return ids_of(missing(connection.get(), migrations, wanted(migrations, revision)));
}

}  // namespace tenon
