// Two histories that should make the same schema.
#pragma once

#include <tenon/history/migration.hpp>
#include <tenon/runtime/migrate_options.hpp>
#include <tenon/testing/scratch_server.hpp>

#include <functional>
#include <span>
#include <string>
#include <vector>

namespace tenon::testing {

/// How many rows a table has after the one history and after the other.
struct RowCounts {
  std::string table;
  std::size_t before = 0;
  std::size_t after = 0;
};

struct SameSchema {
  /// Each a sentence: where the catalogs, the dumps or the ways back differ; none when the schemas
  /// are the same.
  std::vector<std::string> differences;
  /// Tables with other numbers of rows, which migrations alone have written.
  std::vector<RowCounts> rows;
};

/// Runs `before` in one empty database of `server` and `after` in another, as the migrator runs
/// them, and compares what the catalogs and what pg_dump say; then takes `after` back down to
/// `start` and compares the catalog with that of the migrations up to there.
///
/// @param start the id of the last migration that both have; nothing for none
/// @param progress as MigrateOptions::progress
/// @throws MigrationError when one fails; ServerError, DatabaseError, ConnectionError.
[[nodiscard]] SameSchema compare_schemas(std::span<const Migration> before,
                                         std::span<const Migration> after,
                                         const std::optional<std::string>& start,
                                         ScratchServer& server,
                                         const std::function<void(const Progress&)>& progress);

}  // namespace tenon::testing
