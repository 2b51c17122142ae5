// tenon verify: whether live databases have the schema that the migrations make.
#include "command.hpp"
#include "database.hpp"
#include "database_report.hpp"
#include "fleet.hpp"
#include "report.hpp"

#include <nlohmann/json.hpp>

#include <tenon/runtime/verify.hpp>
#include <tenon/testing/replay.hpp>
#include <tenon/testing/scratch_server.hpp>

#include <iostream>
#include <memory>
#include <utility>

namespace tenon::cli {
namespace {

struct Options : DatabaseOptions {
  std::string format = "text";
  VerifyOptions verify;
};

DatabaseReport compare(const std::string& conninfo, const std::vector<Migration>& migrations,
                       const ExpectedCatalog& expected, const Options& options) {
  DatabaseReport report;
  Connection connection{conninfo};
  report.status = status(connection, migrations);
  report.drift = verify(connection, expected, options.verify);
  report.exit_status = report.drift->status == Verification::Status::same ? exit_ok : exit_findings;
  return report;
}

ExpectedCatalog expected_of(const std::vector<Migration>& migrations) {
  auto server = testing::ScratchServer::start();
  return testing::replay(migrations, server);
}

void print(const DatabaseReport& report, Format format) {
  if (format == Format::json) {
    std::cout << to_json(report).dump(2) << '\n';
    return;
  }
  std::cout << to_text(*report.drift);
  if (report.exit_status == exit_ok)
    std::cout << "the database has the schema of the migrations\n";
  else if (!report.status->pending.empty())
    std::cout << "note: " << report.status->pending.size()
              << " migrations are pending, which may be all of it; see tenon status\n";
}

int run(const Options& options) {
  const Format format = text_or_json(options.format);
  const auto migrations = read_history(options);
  if (!migrations) return exit_findings;
  return guarded([&] {
    auto fleet = read_fleet(options);
    const ExpectedCatalog expected = expected_of(*migrations);
    return ask_each(
        options, std::move(fleet), format,
        [&](const std::string& database) {
          return compare(database, *migrations, expected, options);
        },
        [format](const DatabaseReport& report) { print(report, format); });
  });
}

}  // namespace

void add_verify(CLI::App& program, Selected& selected) {
  const auto options = std::make_shared<Options>();
  CLI::App* command = program.add_subcommand(
      "verify", "Compare live databases with the schema that the migrations make; exit 1 on drift");
  add_database_options(*command, *options);
  add_targets_option(*command, *options);
  command->add_option("--ignore-schema", options->verify.ignored_schemas,
                      "a PostgreSQL schema that others look after; repeatable");
  command->add_option("--format", options->format, "text or json")->capture_default_str();
  command->footer(
      std::string{"The migrations are replayed on a scratch server; the databases are only read.\n"
                  "Examples:\n"
                  "  tenon verify --database postgresql://localhost/app --migrations migrations\n"
                  "  tenon verify --targets fleet.json --format json --migrations migrations\n"} +
      targets_help);
  command->callback([options, &selected] {
    selected.asks_scratch_server = true;
    selected.run = [options] { return run(*options); };
  });
}

}  // namespace tenon::cli
