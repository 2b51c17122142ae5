// tenon export: one SQL script for those who may run nothing else.
#include "command.hpp"
#include "database.hpp"
#include "inputs.hpp"

#include <CLI/CLI.hpp>

#include <tenon/runtime/export_script.hpp>

#include <iostream>
#include <memory>

namespace tenon::cli {
namespace {

struct Options : DatabaseOptions {
  std::filesystem::path output;
};

int run(const Options& options) {
  const auto migrations = read_history(options);
  if (!migrations) return exit_findings;
  return guarded([&] {
    const std::string script = export_script(*migrations);
    if (options.output.empty())
      std::cout << script;
    else
      write_if_changed(options.output, script);
    return exit_ok;
  });
}

}  // namespace

void add_export(CLI::App& program, Selected& selected) {
  const auto options = std::make_shared<Options>();
  CLI::App* command = program.add_subcommand(
      "export", "Write one SQL script that brings any database to the head, for psql");
  command->add_option("--migrations", options->migrations, "the folder of the migrations")
      ->required();
  command->add_option("-o,--output", options->output, "the file to write; else standard output");
  command->footer(
      "The script runs what a database lacks and nothing again, and keeps the ledger.\n"
      "Example:\n"
      "  tenon export --migrations migrations -o release.sql\n"
      "  psql -X -v ON_ERROR_STOP=1 -f release.sql postgresql://localhost/app");
  command->callback([options, &selected] { selected.run = [options] { return run(*options); }; });
}

}  // namespace tenon::cli
