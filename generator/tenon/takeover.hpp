// What becomes of another tool's scripts when one generated migration takes their place.
#pragma once

#include "script_source.hpp"
#include "takeover_difference.hpp"

#include <tenon/history/migration.hpp>

#include <string>
#include <vector>

namespace tenon::cli {

/// Replays `migrations` in a second scratch database and compares it with that of the scripts: the
/// catalogs by diff(), both databases by what pg_dump says of them, and what no schema has: rows,
/// values of sequences, roles, ledgers and files that were left out. And what may be a secret.
/// @returns one for each name, in a fixed order.
/// @throws testing::ServerError without a pg_dump; MigrationError, DatabaseError, ConnectionError
[[nodiscard]] std::vector<TakeoverDifference> takeover_differences(
    const RanScripts& scripts, const std::vector<Migration>& migrations, Scratch& scratch);

}  // namespace tenon::cli
