// Rows of the ledger, and nothing else.
#include <tenon/runtime/ledger_revisions.hpp>
#include <tenon/runtime/ledger_rows.hpp>
#include <tenon/runtime/own_objects.hpp>
#include <tenon/runtime/pending.hpp>
#include <tenon/runtime/requirements.hpp>
#include <tenon/runtime/revision.hpp>
#include <tenon/runtime/stamp.hpp>
#include <tenon/runtime/transaction.hpp>

#include <algorithm>

namespace tenon {
namespace {

// The migration that is to be the last one recorded.
const Migration& wanted(std::span<const Migration> migrations,
                        const std::optional<std::string>& revision) {
  if (revision) return revision_called(*revision, migrations);
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

// Those that are to be recorded, up to the one that is wanted: squashes of what has run, too.
std::vector<const Migration*> missing(Connection& connection, const Status& before,
                                      std::span<const Migration> migrations,
                                      const Migration& last) {
  require_unchanged(before);
  require_known(before);
  require_not_in_squash(before);
  require_uninterrupted(before);
  std::vector<const Migration*> found;
  for (const std::string& id : before.replaced) found.push_back(&revision_called(id, migrations));
  for (const Migration* migration : pending(before, migrations)) found.push_back(migration);
  // All of them stand in the chain.
  std::erase_if(found, [&last](const Migration* one) { return one > &last; });
  if (!found.empty()) require_objects(connection, last);
  return found;
}

std::vector<std::string> ids_of(const std::vector<const Migration*>& migrations) {
  std::vector<std::string> ids;
  for (const Migration* one : migrations) ids.push_back(one->id);
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
  const Status before = status(open, migrations);
  const std::vector<const Migration*> planned = missing(open, before, migrations, last);
  if (planned.empty()) return {};

  in_transaction(open, "", [&] {
    bring_ledger_up_to_date(open);
    std::size_t position = position_behind(before.applied);
    for (const Migration* one : planned) record(open, *one, position++, not_run);
  });
  return ids_of(planned);
}

std::vector<std::string> plan_stamp(AnyConnection connection, std::span<const Migration> migrations,
                                    const std::optional<std::string>& revision) {
  require_chain(migrations);
  const Migration& last = wanted(migrations, revision);
  Connection& open = connection.get();
  return ids_of(missing(open, status(open, migrations), migrations, last));
}

}  // namespace tenon
