// Under the lock: what is to be run, one migration after the other.
#include <fmt/format.h>

#include <tenon/runtime/ledger_revisions.hpp>
#include <tenon/runtime/migration_run.hpp>
#include <tenon/runtime/migrator.hpp>
#include <tenon/runtime/run_plan.hpp>
#include <tenon/runtime/statement_watch.hpp>
#include <tenon/runtime/transaction.hpp>
#include <tenon/runtime/writable.hpp>

#include <utility>

namespace tenon {
namespace {

/// Where a run that did not come to its end leaves the database.
std::string place_reached(Connection& connection, std::span<const Migration> migrations) {
  const Status at = status(connection, migrations);
  const std::string revision =
      at.current_head ? "revision " + *at.current_head : "the state before the first migration";
  if (!at.interrupted) return "the database is at " + revision;
  return fmt::format(
      "the database is at {} and {} steps {} in {}; run it again, and it goes on there", revision,
      at.interrupted->steps_done, name_of(at.interrupted->direction), at.interrupted->id);
}

/// The same failure, and where it leaves the database.
template <class Failure>
Failure told_with_place(const Failure& failure, Connection& connection,
                        std::span<const Migration> migrations) {
  return Failure{std::string{failure.what()} + "\n" + place_reached(connection, migrations),
                 static_cast<const FailedStatement&>(failure)};
}

std::vector<std::string> run_all(Connection& connection, std::span<const Migration> migrations,
                                 const RunPlan& plan, Direction direction,
                                 const MigrateOptions& options) {
  std::vector<std::string> done;
  StatementWatch watch{connection, options};
  const std::size_t first = position_behind(plan.before.applied) + plan.recorded.size();
  for (const Migration* planned : plan.planned) {
    const MigrationRun run{*planned, direction, done.size() + 1, plan.planned.size(),
                           first + done.size()};
    Progress progress{.event = Progress::Event::migration_begins,
                      .migration = run.migration,
                      .direction = direction,
                      .number = run.number,
                      .total = run.total};
    try {
      watch.throw_if_stopped();
      watch.tell(progress);
      progress.elapsed = run_migration(connection, run, plan.before, options, watch);
    } catch (const MigrationError& error) {
      throw told_with_place(error, connection, migrations);
    } catch (const Cancelled& error) {
      throw told_with_place(error, connection, migrations);
    }
    done.push_back(run.migration.id);
    progress.event = Progress::Event::migration_ends;
    watch.tell(progress);
  }
  return done;
}

void create_ledger(Connection& connection) {
  in_transaction(connection, "", [&] { bring_ledger_up_to_date(connection); });
}

// The rows of squashes whose migrations have all run.
void record_replaced(Connection& connection, const RunPlan& plan, const MigrateOptions& options) {
  const std::size_t first = position_behind(plan.before.applied);
  for (std::size_t i = 0; i < plan.recorded.size(); ++i) {
    const Migration& squash = *plan.recorded[i];
    in_transaction(connection, "", [&] { record(connection, squash, first + i, not_run); });
    if (options.progress)
      options.progress({.event = Progress::Event::recorded_as_replaced,
                        .migration = squash,
                        .direction = Direction::up,
                        .number = i + 1,
                        .total = plan.recorded.size()});
  }
}

}  // namespace

std::vector<std::string> migrate(AnyConnection connection, std::span<const Migration> migrations,
                                 const MigrateOptions& options) {
  Connection& open = connection.get();
  const MigratorLock lock{open, options.patience, options.stop};
  const RunPlan plan = plan_up(open, migrations, options.to);
  if (plan.planned.empty() && plan.recorded.empty()) return {};
  require_writable(open);
  create_ledger(open);
  record_replaced(open, plan, options);
  return run_all(open, migrations, plan, Direction::up, options);
}

std::vector<std::string> down(AnyConnection connection, std::span<const Migration> migrations,
                              const std::optional<std::string>& revision,
                              const MigrateOptions& options) {
  Connection& open = connection.get();
  const MigratorLock lock{open, options.patience, options.stop};
  const RunPlan plan = plan_down(open, migrations, revision);
  if (plan.planned.empty()) return {};
  require_writable(open);
  create_ledger(open);
  record_replaced(open, plan, options);
  return run_all(open, migrations, plan, Direction::down, options);
}

}  // namespace tenon
