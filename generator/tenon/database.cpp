// From the command line to a connection and to a history that can be run.
#include "database.hpp"

#include "report.hpp"

#include <CLI/CLI.hpp>

#include <tenon/history/check.hpp>
#include <tenon/history/folder.hpp>
#include <tenon/runtime/migrator_errors.hpp>

#include <cstdlib>
#include <iostream>

namespace tenon::cli {

void add_database_options(CLI::App& command, DatabaseOptions& options) {
  command.add_option("--database", options.database,
                     "URL or conninfo; else DATABASE_URL, else libpq's own variables");
  command.add_option("--migrations", options.migrations, "the folder of the migrations")
      ->required();
}

void add_targets_option(CLI::App& command, DatabaseOptions& options) {
  command.add_option("--targets", options.targets,
                     "a file that names many databases, instead of --database");
}

std::string conninfo(const DatabaseOptions& options) {
  if (!options.database.empty()) return options.database;
  const char* url = std::getenv("DATABASE_URL");
  return url == nullptr ? "" : url;
}

std::optional<std::vector<Migration>> read_history(const DatabaseOptions& options) {
  std::vector<Migration> migrations = read_migrations(options.migrations);
  CheckedHistory checked = check_history(migrations, options.migrations);
  if (checked.findings.empty()) return migrations;
  report(std::cerr, std::move(checked.findings), {});
  return std::nullopt;
}

int guarded(const std::function<int()>& run) {
  try {
    return run();
  } catch (const MigrationError& error) {
    std::cerr << "\ntenon: " << error.what() << '\n';
    return exit_findings;
  } catch (const LedgerError& error) {
    std::cerr << "tenon: " << error.what() << '\n';
    return exit_findings;
  }
}

}  // namespace tenon::cli
