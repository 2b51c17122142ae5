// The migrations that a database should have, without their texts.
#pragma once

#include <tenon/history/migration.hpp>

#include <span>
#include <string>
#include <vector>

namespace tenon {

struct MigrationDigest {
  std::string id;
  /// Of the tokens of up.sql, as the ledger has it.
  std::string digest;
  /// Of a squash: what stands in older ledgers in its place.
  std::vector<Replaced> replaces{};
};

/// What health() compares the ledger with. Made once, because the digests cost a scan of all SQL.
struct ExpectedHistory {
  /// Oldest first.
  std::vector<MigrationDigest> migrations;
};

/// @param migrations the whole chain, oldest first, as the generated library gives it
/// @throws SqlError when a migration's text cannot be scanned.
[[nodiscard]] ExpectedHistory expected_history(std::span<const Migration> migrations);

}  // namespace tenon
