// The ledger against the migrations.
#include <tenon/history/sql_text.hpp>
#include <tenon/runtime/ledger_comparison.hpp>
#include <tenon/runtime/status.hpp>

#include <algorithm>
#include <utility>
#include <vector>

namespace tenon {
namespace {

// Steps of a way up whose migration has no row, or of a way down whose migration has one still.
std::optional<InterruptedMigration> interrupted(const Status& status) {
  std::optional<InterruptedMigration> found;
  for (const RecordedStep& step : status.steps) {
    const bool is_applied = std::ranges::find(status.applied, step.migration,
                                              &AppliedMigration::id) != status.applied.end();
    if (is_applied == (step.direction == Direction::up)) continue;
    if (!found) found = {step.migration, step.direction, 0};
    if (step.duration) ++found->steps_done;
  }
  return found;
}

}  // namespace

const RecordedStep* Status::recorded(const std::string& migration, Direction direction,
                                     const MigrationStep& step) const {
  const auto row = std::ranges::find_if(steps, [&](const RecordedStep& one) {
    return one.migration == migration && one.direction == direction && one.number == step.number;
  });
  return row == steps.end() ? nullptr : &*row;
}

bool Status::has_run(const std::string& migration, Direction direction,
                     const MigrationStep& step) const {
  const RecordedStep* row = recorded(migration, direction, step);
  return row != nullptr && row->duration.has_value();
}

Status status(AnyConnection connection, std::span<const Migration> migrations) {
  Status status;
  Ledger ledger = read_ledger(connection.get());
  status.applied = std::move(ledger.migrations);
  status.steps = std::move(ledger.steps);
  if (!migrations.empty()) {
    status.expected_head = migrations.back().id;
    if (migrations.front().baseline) status.baseline = migrations.front().id;
  }

  std::vector<MigrationDigest> ran;
  for (const auto& applied : status.applied) ran.push_back({applied.id, applied.digest});
  LedgerComparison found = compare_with_ledger(
      migrations, [](const Migration& migration) { return token_digest(migration.up_sql); }, ran);
  status.pending = std::move(found.pending);
  status.unknown = std::move(found.unknown);
  status.changed = std::move(found.changed);
  status.current_head = std::move(found.head);
  status.replaced = std::move(found.replaced);
  status.partly_replaced = std::move(found.partly_replaced);
  status.interrupted = interrupted(status);
  return status;
}

}  // namespace tenon
