// tenon check: the gate, offline.
#include "gate_options.hpp"
#include "inputs.hpp"
#include "schema_sql.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <tenon/history/check.hpp>
#include <tenon/history/errors.hpp>
#include <tenon/history/folder.hpp>
#include <tenon/history/shell_word.hpp>

#include <filesystem>
#include <future>
#include <iostream>
#include <memory>
#include <vector>

namespace tenon::cli {
namespace {

struct Options : GateOptions {
  std::filesystem::path depfile;
  std::string depfile_target;
  std::filesystem::path schema_sql;
  std::string schema_sql_fix;
};

std::string escaped_for_make(const std::filesystem::path& path) {
  std::string text;
  for (const char c : std::filesystem::absolute(path).lexically_normal().string()) {
    if (c == ' ' || c == '#') text += '\\';
    if (c == '$') text += '$';
    text += c;
  }
  return text;
}

// The folder itself is named too: its time changes when a migration comes or goes.
void write_depfile(const Options& options, const std::vector<Migration>& migrations) {
  std::string text = escaped_for_make(options.depfile_target) + ":";
  const auto add = [&text](const std::filesystem::path& path) {
    text += " \\\n  " + escaped_for_make(path);
  };
  add(options.model);
  add(options.migrations);
  if (!options.schema_sql.empty()) add(options.schema_sql);
  // By the names through which they are read, which may lead through symbolic links.
  for (const Migration& migration : migrations)
    for (const char* file : {"", "up.sql", "down.sql", "changes.json"})
      add(options.migrations / migration.id / file);
  write_if_changed(options.depfile, text + "\n");
}

// The first migration makes a folder that is missing; what is damaged, no command mends.
int report_unreadable(const HistoryError& error, ReportOptions& options) {
  if (std::filesystem::exists(error.path)) options.fix_command.clear();
  const SourceLocation place{error.path.string(), 1, 1};
  std::vector<Diagnostic> findings;
  findings.push_back({place, "tenon-unreadable", error.what(), {}});
  report(stream_for(options.format), std::move(findings), options);
  return exit_findings;
}

// Behind the drift: the migration that is missing will be in the file as well.
std::vector<Diagnostic> check_kept_schema(const Model& head, Options& options) {
  if (options.schema_sql.empty()) return {};
  auto finding = check_schema_sql(head, options.schema_sql);
  if (!finding) return {};
  options.report.fix_command = options.schema_sql_fix;
  if (options.schema_sql_fix.empty())
    options.report.fix_command = fmt::format(
        "tenon show --from {} --out {}", shell_word("migrations:" + options.migrations.string()),
        shell_word(options.schema_sql.string()));
  return {*std::move(finding)};
}

int check(Options options) {
  options.report.format = format_named(options.format);
  // Reading the model and reading the migrations take about as long.
  auto reading = std::async(std::launch::async, read_declarations, options.model);
  std::vector<Migration> migrations;
  try {
    migrations = read_migrations(options.migrations);
  } catch (const HistoryError& error) {
    return report_unreadable(error, options.report);
  }

  Declarations declared;
  try {
    declared = reading.get();
  } catch (const HistoryError& error) {
    if (options.report.format == Format::text) throw;
    report_unreadable(error, options.report);
    return exit_environment;
  }

  CheckedHistory history = check_history(migrations, options.migrations);
  if (!history.findings.empty()) {
    options.report.fix_command.clear();
    report(stream_for(options.report.format), std::move(history.findings), options.report);
    return exit_findings;
  }
  std::vector<Diagnostic> findings = check_drift(declared, history.head, migrations);
  if (findings.empty()) findings = check_kept_schema(history.head.model, options);
  const bool found = !findings.empty();
  if (found || is_document(options.report.format))
    report(stream_for(options.report.format), std::move(findings), options.report);
  if (!options.depfile.empty()) write_depfile(options, migrations);
  return found ? exit_findings : exit_ok;
}

}  // namespace

void add_check(CLI::App& program, Selected& selected) {
  auto options = std::make_shared<Options>();
  CLI::App* command = program.add_subcommand(
      "check", "Compare the structs with the migrations, offline; exit 1 on drift");
  add_gate_options(*command, *options);
  command->add_option("--fix-command", options->report.fix_command,
                      "the command that findings tell people to run");
  command
      ->add_option("--depfile", options->depfile, "write what the result depends on, for a build")
      ->needs(command->add_option("--depfile-target", options->depfile_target,
                                  "the target that the depfile names"));
  command->add_option("--schema-sql", options->schema_sql,
                      "a file that must be the schema after the last migration, as tenon show "
                      "prints it");
  command->add_option("--schema-sql-fix-command", options->schema_sql_fix,
                      "the command that a finding in that file tells people to run");
  command->footer(
      "Examples:\n"
      "  tenon check --model build/model.json --migrations migrations\n"
      "  tenon check --model build/model.json --migrations migrations --schema-sql schema.sql");
  command->callback([options, &selected] { selected.run = [options] { return check(*options); }; });
}

}  // namespace tenon::cli
