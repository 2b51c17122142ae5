// tenon stamp: migrations that a database has already.
#include "command.hpp"
#include "database.hpp"

#include <tenon/catalog/connection.hpp>
#include <tenon/runtime/stamp.hpp>

#include <iostream>
#include <memory>

namespace tenon::cli {
namespace {

struct Options : DatabaseOptions {
  std::optional<std::string> revision;
};

int run(const Options& options) {
  const auto migrations = read_history(options);
  if (!migrations) return exit_findings;
  return guarded([&] {
    Connection connection{conninfo(options)};
    const std::vector<std::string> recorded = stamp(connection, *migrations, options.revision);
    for (const std::string& id : recorded)
      std::cout << "recorded without running it: " << id << '\n';
    if (recorded.empty()) std::cout << "nothing to do: it is recorded already\n";
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
