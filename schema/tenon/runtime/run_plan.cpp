// From the ledger and the migrations to what runs next.
#include <tenon/runtime/own_objects.hpp>
#include <tenon/runtime/requirements.hpp>
#include <tenon/runtime/revision.hpp>
#include <tenon/runtime/run_plan.hpp>

#include <algorithm>

namespace tenon {
namespace {

/// Those that ran after `revision`, newest first.
std::vector<const Migration*> above(const std::optional<std::string>& revision,
                                    const Status& status, std::span<const Migration> migrations) {
  const auto has_run = [&](const Migration& migration) {
    return std::ranges::find(status.pending, migration.id) == status.pending.end();
  };
  const Migration* last = revision ? &revision_called(*revision, migrations) : nullptr;
  if (last != nullptr && !has_run(*last))
    throw LedgerError{*revision + " has not run in this database", {*revision}};
  std::vector<const Migration*> planned;
  for (std::size_t i = migrations.size(); i-- > 0;) {
    if (&migrations[i] == last) break;
    if (has_run(migrations[i])) planned.push_back(&migrations[i]);
  }
  return planned;
}

/// A baseline makes what a database that was there before has already.
void require_empty_for_baseline(Connection& connection, const RunPlan& plan) {
  const Migration& first = *plan.planned.front();
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

/// The row of a migration; of a squash, that of the first that it replaces, where there is one.
const AppliedMigration* first_row_of(const std::string& id, std::span<const Replaced> replaces,
                                     const Status& status) {
  if (!replaces.empty()) {
    const Replaced& first = replaces.front();
    if (const auto* row = first_row_of(first.id, first.replaces, status)) return row;
  }
  const auto row = std::ranges::find(status.applied, id, &AppliedMigration::id);
  return row == status.applied.end() ? nullptr : &*row;
}

/// What was there before the migrations is not to be dropped by one of them.
void require_no_stamped_baseline(const RunPlan& plan) {
  if (plan.planned.empty() || !plan.planned.back()->baseline) return;
  const Migration& first = *plan.planned.back();
  const AppliedMigration* row = first_row_of(first.id, first.replaces, plan.before);
  if (row == nullptr || !row->is_stamped()) return;
  throw LedgerError{first.id +
                        " is a baseline that was recorded without being run: its way back "
                        "would drop what was there before it",
                    {first.id}};
}

/// Squashes that have run as what they replace, with no row of their own.
std::vector<const Migration*> replaced_in(const Status& status,
                                          std::span<const Migration> migrations) {
  std::vector<const Migration*> found;
  for (const std::string& id : status.replaced) found.push_back(&revision_called(id, migrations));
  return found;
}

// Those up to `to`, which may have run already.
void end_at(const std::optional<std::string>& to, std::span<const Migration> migrations,
            std::vector<const Migration*>& planned) {
  if (!to) return;
  const Migration* last = &revision_called(*to, migrations);
  std::erase_if(planned, [last](const Migration* one) { return one > last; });
}

}  // namespace

RunPlan plan_up(AnyConnection connection, std::span<const Migration> migrations,
                const std::optional<std::string>& to) {
  require_chain(migrations);
  RunPlan plan{status(connection.get(), migrations), {}, {}};
  require_unchanged(plan.before);
  require_not_in_squash(plan.before);
  require_resumable(plan.before, migrations, Direction::up);
  plan.planned = pending(plan.before, migrations);
  plan.recorded = replaced_in(plan.before, migrations);
  end_at(to, migrations, plan.planned);
  end_at(to, migrations, plan.recorded);
  if (plan.planned.empty()) return plan;
  require_known(plan.before);
  require_empty_for_baseline(connection.get(), plan);
  return plan;
}

RunPlan plan_down(AnyConnection connection, std::span<const Migration> migrations,
                  const std::optional<std::string>& revision) {
  require_chain(migrations);
  RunPlan plan{status(connection.get(), migrations), {}, {}};
  require_unchanged(plan.before);
  require_not_in_squash(plan.before);
  require_known(plan.before);
  require_resumable(plan.before, migrations, Direction::down);
  plan.planned = above(revision, plan.before, migrations);
  plan.recorded = replaced_in(plan.before, migrations);
  std::erase_if(plan.recorded, [&](const Migration* one) {
    return std::ranges::find(plan.planned, one) == plan.planned.end();
  });
  require_no_stamped_baseline(plan);
  return plan;
}

}  // namespace tenon
