// The ledger against the migrations.
#include <tenon/history/sql_text.hpp>
#include <tenon/runtime/status.hpp>

#include <map>
#include <utility>

namespace tenon {
namespace {

// Steps of a way up whose migration has no row, or of a way down whose migration has one still.
std::optional<InterruptedMigration> interrupted(
    const std::vector<RecordedStep>& steps,
    const std::map<std::string, const AppliedMigration*>& applied) {
  std::optional<InterruptedMigration> found;
  for (const RecordedStep& step : steps) {
    if (applied.contains(step.migration) == (step.direction == Direction::up)) continue;
    if (!found) found = {step.migration, step.direction, 0};
    if (step.duration) ++found->steps_done;
  }
  return found;
}

}  // namespace

Status status(AnyConnection connection, std::span<const Migration> migrations) {
  Status status;
  Ledger ledger = read_ledger(connection.get());
  status.applied = std::move(ledger.migrations);
  status.steps = std::move(ledger.steps);
  if (!migrations.empty()) {
    status.expected_head = migrations.back().id;
    if (migrations.front().baseline) status.baseline = migrations.front().id;
  }
  if (!status.applied.empty()) status.current_head = status.applied.back().id;

  std::map<std::string, const Migration*> known;
  for (const auto& migration : migrations) known.emplace(migration.id, &migration);
  std::map<std::string, const AppliedMigration*> ran;
  for (const auto& applied : status.applied) ran.emplace(applied.id, &applied);

  for (const auto& migration : migrations) {
    const auto found = ran.find(migration.id);
    if (found == ran.end()) {
      status.pending.push_back(migration.id);
    } else if (found->second->digest != token_digest(migration.up_sql)) {
      status.changed.push_back(migration.id);
    }
  }
  for (const auto& applied : status.applied) {
    if (!known.contains(applied.id)) status.unknown.push_back(applied.id);
  }
  status.interrupted = interrupted(status.steps, ran);
  return status;
}

}  // namespace tenon
