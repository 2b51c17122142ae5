// tenon policy: what a branch may do to the schema and its history.
#include "gate_options.hpp"
#include "git.hpp"
#include "released.hpp"

#include <CLI/CLI.hpp>

#include <tenon/history/check.hpp>
#include <tenon/history/check_released.hpp>
#include <tenon/history/errors.hpp>
#include <tenon/history/folder.hpp>

#include <iostream>
#include <iterator>
#include <memory>

namespace tenon::cli {
namespace {

struct Options : GateOptions {
  std::string base;
};

void append(std::vector<Diagnostic>& findings, std::vector<Diagnostic> more) {
  std::move(more.begin(), more.end(), std::back_inserter(findings));
}

std::vector<Diagnostic> findings_of(const Options& options) {
  const auto present = read_migrations(options.migrations);
  const auto before = released_migrations(options.base, options.migrations);
  std::vector<Diagnostic> findings = check_released(before, present, options.migrations);
  const Declarations declared = read_declarations(options.model);
  CheckedHistory history = check_history(present, options.migrations);
  if (!history.findings.empty()) {
    append(findings, std::move(history.findings));
    return findings;
  }
  append(findings, check_acknowledged(before, present, options.migrations));
  append(findings, check_drift(declared, history.head, present));
  return findings;
}

int run(Options options) try {
  options.report.format = format_named(options.format);
  std::vector<Diagnostic> findings = findings_of(options);
  const bool found = !findings.empty();
  if (found || is_document(options.report.format))
    report(stream_for(options.report.format), std::move(findings), options.report);
  else
    std::cout << "the migrations lead to the structs, and what was released stays as it was\n";
  return found ? exit_findings : exit_ok;
} catch (const GitError& error) {
  std::cerr << "tenon: --base " << options.base << ": " << error.what() << '\n';
  return exit_environment;
}

}  // namespace

void add_policy(CLI::App& program, Selected& selected) {
  const auto options = std::make_shared<Options>();
  CLI::App* command = program.add_subcommand(
      "policy", "Check what a branch does to the schema and its history; exit 1 on findings");
  command
      ->add_option("--base", options->base,
                   "the branch, tag or commit that this one goes into, e.g. origin/main")
      ->required();
  add_gate_options(*command, *options);
  command->footer(
      "Fails where structs changed without a migration, where a migration that the base has was\n"
      "edited, renamed or deleted, and where a new one loses what nobody has acknowledged. The\n"
      "base is where the branch left it: what came to it since is no finding.\n"
      "Examples:\n"
      "  tenon policy --base origin/main --model build/model.json --migrations migrations\n"
      "  tenon policy --base \"$CI_MERGE_REQUEST_DIFF_BASE_SHA\" --format github --model … "
      "--migrations …");
  command->callback([options, &selected] { selected.run = [options] { return run(*options); }; });
}

}  // namespace tenon::cli
