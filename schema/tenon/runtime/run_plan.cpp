// From the ledger and the migrations to what runs next.
#include <tenon/runtime/own_objects.hpp>
#include <tenon/runtime/requirements.hpp>
#include <tenon/runtime/run_plan.hpp>

#include <algorithm>

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
void require_empty_for_baseline(Connection& connection, const RunPlan& plan) {
  const Migration& first = *plan.planned.front().migration;
  if (!plan.before.applied.empty() || plan.before.interrupted || !first.baseline) return;
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
void require_no_stamped_baseline(const RunPlan& plan) {
  if (plan.planned.empty() || !plan.planned.back().migration->baseline) return;
  const auto row = std::ranges::find(plan.before.applied, plan.planned.back().migration->id,
                                     &AppliedMigration::id);
  if (row == plan.before.applied.end() || !row->is_stamped()) return;
  throw LedgerError{row->id +
                        " is a baseline that was recorded without being run: its way back "
                        "would drop what was there before it",
                    {row->id}};
}

// Those up to `to`, which may have run already.
void end_at(const std::optional<std::string>& to, std::span<const Migration> migrations,
            std::vector<Planned>& planned) {
  if (!to) return;
  const auto last = std::ranges::find(migrations, *to, &Migration::id);
  if (last == migrations.end()) throw LedgerError{*to + " is not among the migrations", {*to}};
  const auto position = static_cast<std::size_t>(last - migrations.begin()) + 1;
  std::erase_if(planned, [position](const Planned& one) { return one.position > position; });
}

}  // namespace

RunPlan plan_up(AnyConnection connection, std::span<const Migration> migrations,
                const std::optional<std::string>& to) {
  require_chain(migrations);
  RunPlan plan{status(connection.get(), migrations), {}};
  require_unchanged(plan.before);
  require_resumable(plan.before, migrations, Direction::up);
  plan.planned = pending(plan.before, migrations);
  end_at(to, migrations, plan.planned);
  if (plan.planned.empty()) return plan;
  require_known(plan.before);
  require_empty_for_baseline(connection.get(), plan);
  return plan;
}

RunPlan plan_down(AnyConnection connection, std::span<const Migration> migrations,
                  const std::optional<std::string>& revision) {
  require_chain(migrations);
  RunPlan plan{status(connection.get(), migrations), {}};
  require_unchanged(plan.before);
  require_known(plan.before);
  require_resumable(plan.before, migrations, Direction::down);
  plan.planned = above(revision, plan.before, migrations);
  require_no_stamped_baseline(plan);
  return plan;
}

}  // namespace tenon
