// tenon verify: whether live databases have the schema that the migrations make.
#include "command.hpp"
#include "database.hpp"
#include "database_report.hpp"
#include "drift_page.hpp"
#include "drift_report.hpp"
#include "drift_sarif.hpp"
#include "expected_catalogs.hpp"
#include "fleet.hpp"
#include "ignore_file.hpp"
#include "inputs.hpp"
#include "junit.hpp"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <tenon/history/folder.hpp>
#include <tenon/runtime/verify.hpp>

#include <array>
#include <iostream>
#include <memory>
#include <utility>

namespace tenon::cli {
namespace {

namespace fs = std::filesystem;

struct Options : DatabaseOptions {
  std::string format = "text";
  std::string fail_on = "cosmetic";
  fs::path expected;
  fs::path model;
  fs::path source_root;
  fs::path ignore;
  fs::path output;
  VerifyOptions verify;
};

enum class DriftFormat { text, json, sarif, github, junit, html };

DriftFormat drift_format_named(const std::string& name) {
  constexpr std::array names{"text", "json", "sarif", "github", "junit", "html"};
  for (std::size_t i = 0; i < names.size(); ++i)
    if (name == names[i]) return static_cast<DriftFormat>(i);
  throw UsageError{"--format is text, json, sarif, github, junit or html, not '" + name + "'"};
}

Severity fail_on(const Options& options) {
  try {
    return severity_named(options.fail_on);
  } catch (const std::invalid_argument& error) {
    throw UsageError{std::string{"--fail-on: "} + error.what()};
  }
}

DatabaseReport compare(const std::string& conninfo, const std::vector<Migration>& migrations,
                       ExpectedCatalogs& expected, const Options& options) {
  DatabaseReport report;
  Connection connection{conninfo};
  report.status = status(connection, migrations);
  report.drift =
      verify(connection, expected.of_major(connection.server_version() / 10'000), options.verify);
  const bool is_as_wanted = report.drift->status != Verification::Status::unknown &&
                            !has_drift(*report.drift, fail_on(options));
  report.exit_status = is_as_wanted ? exit_ok : exit_findings;
  return report;
}

std::string rendered(const DriftReport& report, DriftFormat format, const Options& options) {
  switch (format) {
    case DriftFormat::text:
      return to_text(report, options.output.empty() ? colours_for(std::cout) : Colours{});
    case DriftFormat::json:
      return to_json(report).dump(2) + "\n";
    case DriftFormat::sarif:
      return to_sarif(report).dump(2) + "\n";
    case DriftFormat::github:
      return to_github(report);
    case DriftFormat::junit:
      return to_junit(report, fail_on(options));
    case DriftFormat::html:
      return to_html(report);
  }
  return {};
}

DriftReport asked(const Options& options, std::optional<Targets> fleet, ExpectedCatalogs& expected,
                  const std::vector<Migration>& migrations) {
  DriftReport report;
  report.source_root = options.source_root;
  if (!options.model.empty()) report.declared = read_declarations(options.model);
  const auto ask = [&](const std::string& database) {
    return compare(database, migrations, expected, options);
  };
  report.is_fleet = fleet.has_value();
  if (fleet)
    report.databases = ask_all(*std::move(fleet), ask);
  else
    report.databases.push_back(ask(conninfo(options)));
  return report;
}

int run(Options options) {
  const DriftFormat format = drift_format_named(options.format);
  (void)fail_on(options);
  if (!options.ignore.empty())
    options.verify.ignored_objects = read_ignored_objects(options.ignore);
  const auto migrations = read_history(options);
  if (!migrations) return exit_findings;
  return guarded([&] {
    auto fleet = read_fleet(options);
    ExpectedCatalogs expected{*migrations, options.expected};
    const DriftReport report = asked(options, std::move(fleet), expected, *migrations);
    const std::string text = rendered(report, format, options);
    if (options.output.empty())
      std::cout << text;
    else
      write_if_changed(options.output, text);
    return gravest_exit_status(report.databases);
  });
}

}  // namespace

void add_verify(CLI::App& program, Selected& selected) {
  const auto options = std::make_shared<Options>();
  CLI::App* command = program.add_subcommand(
      "verify", "Compare live databases with the schema that the migrations make; exit 1 on drift");
  add_database_options(*command, *options);
  add_targets_option(*command, *options);
  command
      ->add_option("--fail-on", options->fail_on,
                   "exit 1 from this severity on: cosmetic, integrity or blocking")
      ->capture_default_str();
  command->add_option("--ignore-schema", options->verify.ignored_schemas,
                      "a PostgreSQL schema that others look after; repeatable");
  command->add_option("--ignore", options->ignore,
                      "a file of objects that may differ, each with its reason");
  command->add_option("--model", options->model,
                      "model.json of the structs: findings say where they are declared");
  command->add_option("--source-root", options->source_root,
                      "what the places in model.json are relative to");
  command->add_option("--expected-catalog", options->expected,
                      "NAME_catalog.json of a build, for where no scratch server can be had");
  command->add_option("--format", options->format, "text, json, sarif, github, junit or html")
      ->capture_default_str();
  command->add_option("-o,--output", options->output, "the file to write instead of printing");
  command->footer(
      std::string{
          "The migrations are replayed on a scratch server, of the database's own major version\n"
          "where that is installed; the databases are only read, by any role that may connect.\n"
          "Not compared: schemas in which nothing is declared, and what belongs to an extension.\n"
          "A file of what may differ: {\"ignore\": [{\"object\": \"index users_by_*\",\n"
          "  \"reason\": \"the DBA tries them out\"}]}\n"
          "Examples:\n"
          "  tenon verify --database postgresql://localhost/app --migrations migrations\n"
          "  tenon verify --migrations migrations --fail-on integrity --format junit -o drift.xml\n"
          "  tenon verify --migrations migrations --model build/model.json --format sarif\n"
          "  tenon verify --targets fleet.json --format html -o drift.html --migrations "
          "migrations\n"} +
      targets_help);
  command->callback([options, &selected] {
    selected.asks_scratch_server = true;
    selected.run = [options] { return run(*options); };
  });
}

}  // namespace tenon::cli
