// Each says by name what does not hold.
#include <tenon/history/replaced.hpp>
#include <tenon/runtime/migration_steps.hpp>
#include <tenon/runtime/requirements.hpp>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace tenon {
namespace {

std::string joined(const std::vector<std::string>& ids) {
  std::string text;
  for (const auto& id : ids) text += (text.empty() ? "" : ", ") + id;
  return text;
}

}  // namespace

void require_chain(std::span<const Migration> migrations) {
  const Migration* before = nullptr;
  for (const auto& migration : migrations) {
    if (!follows(migration, before)) {
      throw LedgerError{"the migrations are no chain: " + migration.id + " follows " +
                            migration.parent.value_or("nothing") + ", and was given after " +
                            (before == nullptr ? "nothing" : before->id),
                        {migration.id}};
    }
    before = &migration;
  }
}

void require_unchanged(const Status& status) {
  if (status.changed.empty()) return;
  throw LedgerError{"changed after it ran in this database: " + joined(status.changed) +
                        "; put the file back as it was, and make the change in a new migration",
                    status.changed};
}

void require_known(const Status& status) {
  if (status.unknown.empty()) return;
  throw LedgerError{
      "ran in this database and is not among the migrations: " + joined(status.unknown) +
          "; another branch or a newer version was here, and what is pending may "
          "not fit",
      status.unknown};
}

void require_not_in_squash(const Status& status) {
  if (status.partly_replaced.empty()) return;
  const PartlyReplaced& partly = status.partly_replaced.front();
  throw LedgerError{describe(partly), {partly.squash}};
}

void require_uninterrupted(const Status& status) {
  if (!status.interrupted) return;
  throw LedgerError{status.interrupted->id + " was interrupted on its way " +
                        name_of(status.interrupted->direction) + "; finish it first: tenon " +
                        name_of(status.interrupted->direction),
                    {status.interrupted->id}};
}

void require_resumable(const Status& status, std::span<const Migration> migrations,
                       Direction direction) {
  if (!status.interrupted) return;
  const InterruptedMigration& interrupted = *status.interrupted;
  if (interrupted.direction != direction) require_uninterrupted(status);
  const auto migration = std::ranges::find(migrations, interrupted.id, &Migration::id);
  if (migration == migrations.end())
    throw LedgerError{interrupted.id +
                          " was interrupted in this database and is not among the migrations; "
                          "another branch or a newer version was here",
                      {interrupted.id}};
  const auto steps = steps_of(*migration, direction);
  for (const RecordedStep& row : status.steps) {
    if (row.migration != interrupted.id || row.direction != direction) continue;
    if (row.number > steps.size() || step_digest(steps[row.number - 1]) != row.digest)
      throw LedgerError{interrupted.id + " was changed after step " + std::to_string(row.number) +
                            " of it ran in this database; put the file back as it was",
                        {interrupted.id}};
  }
}

}  // namespace tenon
