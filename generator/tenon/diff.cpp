// tenon diff: from any source to any other.
#include "command.hpp"
#include "source.hpp"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <tenon/diff/column_order.hpp>
#include <tenon/diff/describe.hpp>
#include <tenon/diff/diff.hpp>
#include <tenon/diff/rename_candidates.hpp>
#include <tenon/history/model_json.hpp>
#include <tenon/sql/render.hpp>
#include <tenon/sql/script_settings.hpp>

#include <algorithm>
#include <iostream>
#include <memory>

namespace tenon::cli {
namespace {

struct Options {
  std::string from;
  std::string to;
  std::string format = "text";
  bool exit_code = false;
  bool owners = false;
};

void note_missing(const std::vector<std::string>& objects, const std::vector<std::string>& others,
                  std::string_view side, std::vector<std::string>& notes) {
  for (const std::string& object : objects)
    if (std::ranges::find(others, object) == others.end())
      notes.push_back(object + " is only on the side of " + std::string{side} +
                      ", and Tenon cannot express it");
}

// What is no difference, or may be another one than it seems.
std::vector<std::string> notes_of(const LoadedPair& pair, const Changes& changes) {
  std::vector<std::string> notes = pair.from.notes;
  notes.insert(notes.end(), pair.to.notes.begin(), pair.to.notes.end());
  note_missing(pair.from.unmodelled, pair.to.unmodelled, "--from", notes);
  note_missing(pair.to.unmodelled, pair.from.unmodelled, "--to", notes);
  for (const QualifiedName& table : tables_in_another_order(pair.from.model, pair.to.model))
    notes.push_back("the columns of " + describe(ObjectName{ObjectKind::table, table, ""}) +
                    " are in another order, which is no difference");
  for (const RenameCandidate& candidate : rename_candidates(changes))
    notes.push_back(candidate.come_label.empty()
                        ? describe(candidate.come) + " may be " + describe(candidate.gone) +
                              " under another name"
                        : "the label '" + candidate.come_label + "' of " +
                              describe(candidate.come) + " may be '" + candidate.gone_label +
                              "' under another name");
  return notes;
}

void print_text(const LoadedPair& pair, const Changes& changes) {
  for (const Change& change : changes)
    std::cout << describe(subject(change)) << ": " << describe(change) << '\n';
  if (changes.empty()) std::cout << "no differences\n";
  for (const std::string& note : notes_of(pair, changes)) std::cout << "note: " << note << '\n';
}

void print_sql(const LoadedPair& pair, const Changes& changes) {
  for (const std::string& note : notes_of(pair, changes)) std::cerr << "note: " << note << '\n';
  if (changes.empty()) return;
  std::cout << sql::script_settings << '\n';
  for (const Step& step : make_plan(pair.from.model, pair.to.model, changes).steps) {
    if (step.loses_data) std::cout << "-- loses data\n";
    for (const std::string& statement : sql::render(step.action)) std::cout << statement << '\n';
  }
}

void print_json(const LoadedPair& pair, const Changes& changes) {
  auto list = nlohmann::ordered_json::array();
  for (const Change& change : changes) {
    nlohmann::ordered_json one = {{"object", describe(subject(change))},
                                  {"description", describe(change)},
                                  {"change", nlohmann::ordered_json::parse(to_json(change))}};
    list.push_back(std::move(one));
  }
  std::cout << nlohmann::ordered_json{{"changes", std::move(list)},
                                      {"notes", notes_of(pair, changes)}}
                   .dump(2)
            << '\n';
}

int run(const Options& options) {
  if (options.format != "text" && options.format != "sql" && options.format != "json")
    throw UsageError{"tenon diff prints text, sql or json"};
  Scratch scratch{options.owners};
  const LoadedPair pair = load_sources(options.from, options.to, scratch);
  const Changes changes = diff(pair.from.model, pair.to.model);
  if (options.format == "sql")
    print_sql(pair, changes);
  else if (options.format == "json")
    print_json(pair, changes);
  else
    print_text(pair, changes);
  return options.exit_code && !changes.empty() ? exit_findings : exit_ok;
}

}  // namespace

void add_diff(CLI::App& program, Selected& selected) {
  auto options = std::make_shared<Options>();
  CLI::App* command =
      program.add_subcommand("diff", "Say what leads from one schema to another, and how");
  command->add_option("--from", options->from, sources_help)->required();
  command->add_option("--to", options->to, sources_help)->required();
  command
      ->add_option("--format", options->format,
                   "text, json, or sql: statements for psql -v ON_ERROR_STOP=1")
      ->capture_default_str();
  command->add_flag("--owners", options->owners, "compare who owns what as well");
  command->add_flag("--exit-code", options->exit_code, "exit 1 when there are differences");
  command->footer(
      "Examples:\n"
      "  tenon diff --from postgresql://localhost/app --to model:build/model.json\n"
      "  tenon diff --from old.sql --to new.sql --format sql\n"
      "  tenon diff --from migrations:migrations --to postgresql://localhost/app --exit-code\n"
      "  tenon diff --from dbmate:db/migrations --to postgresql://localhost/app");
  command->callback([options, &selected] {
    selected.asks_scratch_server = may_ask_scratch_server({options->from, options->to});
    selected.run = [options] { return run(*options); };
  });
}

}  // namespace tenon::cli
