// tenon stamp: migrations that a database has already.
#include "command.hpp"
#include "database.hpp"
#include "report.hpp"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <tenon/runtime/stamp.hpp>

#include <iostream>
#include <memory>

namespace tenon::cli {
namespace {

struct Options : DatabaseOptions {
  std::optional<std::string> revision;
  bool dry_run = false;
  std::string format = "text";
};

int run(const Options& options) {
  const Format format = text_or_json(options.format);
  const auto migrations = read_history(options);
  if (!migrations) return exit_findings;
  return guarded([&] {
    const std::vector<std::string> ids =
        options.dry_run ? plan_stamp(conninfo(options), *migrations, options.revision)
                        : stamp(conninfo(options), *migrations, options.revision);
    if (format == Format::json) {
      const nlohmann::ordered_json report = {{"recorded", ids}, {"dry_run", options.dry_run}};
      std::cout << report.dump(2) << '\n';
      return exit_ok;
    }
    const char* what = options.dry_run ? "would be recorded" : "recorded without running it";
    for (const std::string& id : ids) std::cout << what << ": " << id << '\n';
    if (ids.empty()) std::cout << "nothing to do: it is recorded already\n";
    return exit_ok;
  });
}

}  // namespace

void add_stamp(CLI::App& program, Selected& selected) {
  const auto options = std::make_shared<Options>();
  CLI::App* command = program.add_subcommand(
      "stamp", "Record migrations that a database has already, without running them");
  command->add_option("id", options->revision,
                      "the last one to record, with all before it; the baseline when not said");
  add_database_options(*command, *options);
  command->add_flag("--dry-run", options->dry_run,
                    "say what would be recorded, and record nothing");
  command->add_option("--format", options->format, "text or json")->capture_default_str();
  command->footer(
      "Nothing but the ledger is written, and the schema is not compared: tenon diff says before\n"
      "whether it is the same.\n"
      "Examples:\n"
      "  tenon diff --from postgresql://localhost/app --to migrations:migrations\n"
      "  tenon stamp --database postgresql://localhost/app --migrations migrations\n"
      "  tenon stamp 20260203_000002_add_users_locale --database postgresql://localhost/app "
      "--migrations migrations");
  command->callback([options, &selected] { selected.run = [options] { return run(*options); }; });
}

}  // namespace tenon::cli
