// tenon status: which migrations live databases have.
#include "command.hpp"
#include "database.hpp"
#include "database_report.hpp"
#include "fleet.hpp"
#include "report.hpp"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <tenon/runtime/status.hpp>

#include <iostream>
#include <memory>

namespace tenon::cli {
namespace {

struct Options : DatabaseOptions {
  std::string format = "text";
};

DatabaseReport ask(const std::string& conninfo, const std::vector<Migration>& migrations) {
  DatabaseReport report;
  report.status = status(conninfo, migrations);
  report.exit_status = report.status->is_current() ? exit_ok : exit_findings;
  return report;
}

int run(const Options& options) {
  const Format format = text_or_json(options.format);
  const auto migrations = read_history(options);
  if (!migrations) return exit_findings;
  return guarded([&] {
    return ask_each(
        options, read_fleet(options), format,
        [&](const std::string& database) { return ask(database, *migrations); },
        [format](const DatabaseReport& report) {
          if (format == Format::json)
            std::cout << to_json(*report.status).dump(2) << '\n';
          else
            std::cout << to_text(*report.status);
        });
  });
}

}  // namespace

void add_status(CLI::App& program, Selected& selected) {
  const auto options = std::make_shared<Options>();
  CLI::App* command = program.add_subcommand(
      "status",
      "Say which migrations databases have and which they lack; exit 1 unless all are current");
  add_database_options(*command, *options);
  add_targets_option(*command, *options);
  command->add_option("--format", options->format, "text or json")->capture_default_str();
  command->footer(
      std::string{"Examples:\n"
                  "  tenon status --database postgresql://localhost/app --migrations migrations\n"
                  "  tenon status --targets fleet.json --format json --migrations migrations\n"} +
      targets_help);
  command->callback([options, &selected] { selected.run = [options] { return run(*options); }; });
}

}  // namespace tenon::cli
