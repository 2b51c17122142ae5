// What is to be run, what must hold before, and what happens when a lock is not to be had.
#include <tenon/runtime/migrator.hpp>
#include <tenon/runtime/own_objects.hpp>
#include <tenon/runtime/pending.hpp>
#include <tenon/runtime/requirements.hpp>

#include <algorithm>
#include <thread>
#include <utility>

namespace tenon {
namespace {

/// Those that ran after `revision`, newest first.
std::vector<Planned> above(const std::optional<std::string>& revision, const Status& status,
                           std::span<const Migration> migrations) {
  const auto ran = std::ranges::find(status.applied, revision.value_or(""), &AppliedMigration::id);
  if (revision && ran == status.applied.end()) {
    throw LedgerError{*revision + " has not run in this database", {*revision}};
  }
  std::vector<Planned> planned;
  for (std::size_t i = migrations.size(); i-- > 0;) {
    if (migrations[i].id == revision) break;
    if (std::ranges::find(status.pending, migrations[i].id) == status.pending.end()) {
      planned.push_back({&migrations[i], i + 1});
    }
  }
  return planned;
}

/// A baseline makes what a database that was there before has already.
void require_empty_for_baseline(Connection& connection, const Status& status,
                                const std::vector<Planned>& planned) {
  const Migration& first = *planned.front().migration;
  if (!status.applied.empty() || !first.baseline) return;
  const auto objects = own_objects(connection);
  if (objects.empty()) return;
  const auto others = objects.size() - 1;
  throw LedgerError{"the first migration, " + first.id +
                        ", is a baseline: it makes a whole schema, and this database has one (" +
                        objects.front() +
                        (others == 0 ? "" : " and " + std::to_string(others) + " more") +
                        "); to record the baseline without running it: tenon stamp --database URL "
                        "--migrations DIR",
                    {first.id}};
}

/// What was there before the migrations is not to be dropped by one of them.
void require_no_stamped_baseline(const Status& status, const std::vector<Planned>& planned) {
  if (planned.empty() || !planned.back().migration->baseline) return;
  const auto row =
      std::ranges::find(status.applied, planned.back().migration->id, &AppliedMigration::id);
  if (row == status.applied.end() || !row->is_stamped()) return;
  throw LedgerError{row->id +
                        " is a baseline that was recorded without being run: its way back "
                        "would drop what was there before it",
                    {row->id}};
}

/// lock_not_available, deadlock_detected: somebody was in the way, and will not be there forever.
bool is_worth_another_try(const MigrationError& error) {
  return error.sqlstate == "55P03" || error.sqlstate == "40P01";
}

std::chrono::microseconds run_patiently(Connection& connection, const Planned& planned,
                                        Direction direction, const MigratorOptions& options) {
  auto pause = std::chrono::milliseconds{100};
  for (unsigned attempt = 1;; ++attempt) {
    try {
      return run_migration(connection, *planned.migration, direction, planned.position,
                           options.lock_timeout);
    } catch (const MigrationError& error) {
      if (!is_worth_another_try(error) || attempt >= options.attempts) throw;
    }
    std::this_thread::sleep_for(pause);
    pause *= 2;
  }
}

/// The same failure, and where it leaves the database.
MigrationError at_revision(MigrationError error, const std::optional<std::string>& head) {
  MigrationError told{std::string{error.what()} + "\nthe database is at " +
                      (head ? "revision " + *head : "the state before the first migration")};
  static_cast<FailedStatement&>(told) = std::move(error);
  return told;
}

std::vector<std::string> run_all(Connection& connection, const std::vector<Planned>& planned,
                                 Direction direction, std::optional<std::string> head,
                                 const MigratorOptions& options) {
  std::vector<std::string> done;
  for (std::size_t i = 0; i < planned.size(); ++i) {
    const auto& migration = *planned[i].migration;
    Progress progress{migration, direction, i + 1, planned.size(), std::nullopt};
    if (options.progress) options.progress(progress);
    try {
      progress.duration = run_patiently(connection, planned[i], direction, options);
    } catch (MigrationError& error) {
      throw at_revision(std::move(error), head);
    }
    head = direction == Direction::up ? migration.id : migration.parent;
    done.push_back(migration.id);
    if (options.progress) options.progress(progress);
  }
  return done;
}

}  // namespace

std::vector<std::string> up(Connection& connection, std::span<const Migration> migrations,
                            const MigratorOptions& options) {
  require_chain(migrations);
  const MigratorLock lock{connection, options.patience};
  const auto before = status(connection, migrations);
  require_unchanged(before);
  const auto planned = pending(before, migrations);
  if (planned.empty()) return {};
  require_known(before);
  require_empty_for_baseline(connection, before, planned);
  create_ledger(connection);
  return run_all(connection, planned, Direction::up, before.current_head, options);
}

std::vector<std::string> down(Connection& connection, std::span<const Migration> migrations,
                              const std::optional<std::string>& revision,
                              const MigratorOptions& options) {
  require_chain(migrations);
  const MigratorLock lock{connection, options.patience};
  const auto before = status(connection, migrations);
  require_unchanged(before);
  require_known(before);
  const auto planned = above(revision, before, migrations);
  require_no_stamped_baseline(before, planned);
  return run_all(connection, planned, Direction::down, before.current_head, options);
}

}  // namespace tenon
