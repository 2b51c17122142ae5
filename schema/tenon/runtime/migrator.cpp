// What is to be run, what must hold before, and what happens when a lock is not to be had.
#include <tenon/runtime/migrator.hpp>
#include <tenon/runtime/migrator_lock.hpp>

#include <algorithm>
#include <thread>
#include <utility>

namespace tenon {
namespace {

std::string joined(const std::vector<std::string>& ids) {
  std::string text;
  for (const auto& id : ids) text += (text.empty() ? "" : ", ") + id;
  return text;
}

/// A migration that is to be run, and its place in the chain from 1.
struct Planned {
  const Migration* migration;
  std::size_t position;
};

void require_chain(std::span<const Migration> migrations) {
  std::optional<std::string> before;
  for (const auto& migration : migrations) {
    if (migration.parent != before) {
      throw LedgerError{"the migrations are no chain: " + migration.id + " follows " +
                            migration.parent.value_or("nothing") + ", and was given after " +
                            before.value_or("nothing"),
                        {migration.id}};
    }
    before = migration.id;
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

/// The pending migrations, which must all come after those that ran: each was written for the
/// schema that its parent leaves.
std::vector<Planned> pending(const Status& status, std::span<const Migration> migrations) {
  std::vector<Planned> planned;
  for (std::size_t i = 0; i < migrations.size(); ++i) {
    const bool is_pending =
        std::ranges::find(status.pending, migrations[i].id) != status.pending.end();
    if (is_pending) {
      planned.push_back({&migrations[i], i + 1});
    } else if (!planned.empty()) {
      throw LedgerError{planned.front().migration->id + " has not run, and " + migrations[i].id +
                            ", which comes after it, has",
                        {planned.front().migration->id}};
    }
  }
  return planned;
}

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
  told.migration = std::move(error.migration);
  told.statement_number = error.statement_number;
  told.statement = std::move(error.statement);
  told.line = error.line;
  told.sqlstate = std::move(error.sqlstate);
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
  return run_all(connection, above(revision, before, migrations), Direction::down,
                 before.current_head, options);
}

}  // namespace tenon
