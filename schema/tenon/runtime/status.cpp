// The ledger against the migrations.
#include <tenon/history/sql_text.hpp>
#include <tenon/runtime/status.hpp>

#include <map>

namespace tenon {

Status status(Connection& connection, std::span<const Migration> migrations) {
  Status status;
  status.applied = read_ledger(connection);
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
  return status;
}

}  // namespace tenon
