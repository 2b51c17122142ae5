// What the commands share that work with a live database and its migrations.
#pragma once

#include "command.hpp"

#include <tenon/history/migration.hpp>

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace tenon::cli {

struct DatabaseOptions {
  std::string database;
  std::filesystem::path migrations;
  /// A file with the databases of a fleet; empty for one database.
  std::filesystem::path targets;
};

/// Adds `--database` and `--migrations` to a command.
void add_database_options(CLI::App& command, DatabaseOptions& options);

/// Adds `--targets` to a command that can work on a fleet.
void add_targets_option(CLI::App& command, DatabaseOptions& options);

/// What a file of targets looks like, for the end of a command's help.
inline constexpr const char* targets_help =
    "A file of targets: {\"parallelism\": 8, \"stop_after_failures\": 1, \"targets\": [\n"
    "  {\"name\": \"staging\", \"url\": \"postgresql://staging/app\"},\n"
    "  {\"name\": \"production\", \"url_env\": \"PRODUCTION_URL\"}]}";

/// How to connect: `--database`, else DATABASE_URL; an empty text leaves everything to libpq's own
/// environment variables.
[[nodiscard]] std::string conninfo(const DatabaseOptions& options);

/// The migrations, or nothing, with the findings on standard error, when they are no history: what
/// is broken never runs.
/// @throws HistoryError when they cannot be read.
[[nodiscard]] std::optional<std::vector<Migration>> read_history(const DatabaseOptions& options);

/// Runs what may fail as a migration does, which is a finding about the database.
/// @returns what `run` does, or, after a MigrationError or a LedgerError was told, `exit_findings`.
[[nodiscard]] int guarded(const std::function<int()>& run);

}  // namespace tenon::cli
