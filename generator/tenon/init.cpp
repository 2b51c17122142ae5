// tenon init: a whole project, of a schema that exists or to begin with.
#include "command.hpp"
#include "emit/write_file.hpp"
#include "interruption.hpp"
#include "project_texts.hpp"
#include "report.hpp"
#include "rules_section.hpp"
#include "run_generator.hpp"
#include "secret_options.hpp"
#include "source.hpp"
#include "staged_schema.hpp"
#include "staging.hpp"
#include "takeover_report.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <tenon/catalog/redact.hpp>
#include <tenon/diff/describe.hpp>
#include <tenon/diff/diff.hpp>
#include <tenon/history/errors.hpp>
#include <tenon/history/shell_word.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>
#include <optional>
#include <stdexcept>
#include <utility>
#include <vector>

namespace tenon::cli {
namespace {

namespace fs = std::filesystem;

struct Options {
  std::string from;
  fs::path out = ".";
  std::string name;
  std::string ci = "both";
  fs::path rules_in = "AGENTS.md";
  std::string format = "text";
  fs::path generator;
  std::vector<std::string> accept;
};

// Long work says what it is at; what a program reads goes to standard output.
void progress(const std::string& step) {
  std::cerr << "tenon: " << step << " …\n";
}

std::string name_of(const Options& options) {
  if (options.name.empty()) {
    const fs::path folder = (fs::absolute(options.out) / "").lexically_normal();
    return project_name_from(folder.parent_path().filename().string());
  }
  if (!is_project_name(options.name))
    throw UsageError{"--name becomes a name of C++, of letters, digits and underscores, not '" +
                     options.name + "'"};
  return options.name;
}

NewProject project_of(const Options& options) {
  const auto has = [&](const char* which) { return options.ci == "both" || options.ci == which; };
  if (!has("github") && !has("gitlab") && options.ci != "none")
    throw UsageError{"--ci is github, gitlab, both or none, not '" + options.ci + "'"};
  const fs::path rules = options.rules_in.lexically_normal();
  if (rules.is_absolute() || !rules.has_filename() || *rules.begin() == "..")
    throw UsageError{"--rules-in names a file in the project, not '" + options.rules_in.string() +
                     "'"};
  NewProject project{.name = name_of(options)};
  project.is_baseline = !options.from.empty();
  project.has_github = has("github");
  project.has_gitlab = has("gitlab");
  project.decision_number = decision_number_in(options.out / decisions_folder);
  return project;
}

std::string content_of(const fs::path& file) {
  std::ifstream stream{file, std::ios::binary};
  return {std::istreambuf_iterator<char>{stream}, {}};
}

void stage(const Staging& staging, const ProjectFile& file) {
  const fs::path path = staging.files() / file.path;
  generator::write_changed({{path, file.text}});
  if (!file.is_program) return;
  const auto all = fs::perms::owner_exec | fs::perms::group_exec | fs::perms::others_exec;
  fs::permissions(path, all, fs::perm_options::add);
}

// The rules come behind what the file says already, also where it is one of the project's own;
// rules of another text stay in the way.
void stage_rules(const NewProject& project, const Options& options, Staging& staging) {
  const fs::path file = options.rules_in.lexically_normal();
  const std::string section = rules_section_text(project);
  const bool is_there = fs::is_regular_file(options.out / file);
  const std::string before = content_of((is_there ? options.out : staging.files()) / file);
  const auto text = with_section(before, section);
  stage(staging, {file, text.value_or(section)});
  if (is_there && text && *text != before) staging.replace(file);
}

void stage_texts(const NewProject& project, const Options& options, Staging& staging) {
  for (const ProjectFile& file : project_files(project)) stage(staging, file);
  // What a person leaves out of version control is no matter of ours.
  if (!fs::exists(options.out / gitignore_file().path)) stage(staging, gitignore_file());
  stage_rules(project, options, staging);
}

// What stands in the way, by name: the project's own files, and migrations of another history.
void require_no_conflicts(const Staging& staging, const fs::path& out) {
  std::vector<fs::path> files = staging.conflicts();
  std::error_code error;
  for (fs::directory_iterator entry{out / migrations_folder, error}, end; !error && entry != end;
       entry.increment(error)) {
    const fs::path name = fs::path{migrations_folder} / entry->path().filename();
    if (entry->is_directory() && !fs::exists(staging.files() / name)) files.push_back(name);
  }
  if (files.empty()) return;
  std::string list;
  for (const fs::path& file : files) list += "\n  " + (out / file).lexically_normal().string();
  throw UsageError{
      "there is already, with another content:" + list +
      "\nnothing was written; move it away, or say another folder: --out DIR; files for "
      "CI are left out by --ci none"};
}

// A schema that exists, and the scripts that make it where it is another tool's.
struct Origin {
  LoadedSource source;
  std::optional<RanScripts> scripts;
};

// What a comparison of the source with the baseline will find.
std::vector<TakeoverDifference> differences(const Origin& origin, const StagedSchema& schema,
                                            Scratch& scratch) {
  if (origin.scripts) return takeover_differences(*origin.scripts, schema.migrations, scratch);
  std::vector<TakeoverDifference> found;
  for (const Change& change : diff(as_printed(origin.source, scratch),
                                   as_printed({schema.declared.model, true, {}}, scratch)))
    found.push_back({describe(subject(change)), {describe(change)}});
  return found;
}

std::vector<std::string> next_commands(const NewProject& project, const fs::path& out) {
  std::vector<std::string> commands;
  if (out != ".") commands.push_back("cd " + shell_word(out.string()));
  commands.emplace_back("cmake -S . -B build");
  commands.emplace_back("cmake --build build");
  commands.emplace_back("ctest --test-dir build --output-on-failure");
  commands.emplace_back("git config core.hooksPath .githooks");
  if (project.is_baseline && project.first_migration)
    commands.push_back(
        fmt::format("tenon stamp --database \"$DATABASE_URL\" --migrations {}", migrations_folder));
  else if (project.first_migration)
    commands.push_back(
        fmt::format("tenon up --database \"$DATABASE_URL\" --migrations {}", migrations_folder));
  return commands;
}

nlohmann::ordered_json report_json(const NewProject& project, const fs::path& out,
                                   const std::vector<fs::path>& files, const Takeover& takeover) {
  nlohmann::ordered_json json = {
      {"written", !files.empty()},        {"project", project.name},
      {"folder", out.string()},           {"files", nlohmann::ordered_json::array()},
      {"first_migration", nullptr},       {"is_baseline", project.is_baseline},
      {"differences", to_json(takeover)}, {"next", next_commands(project, out)}};
  for (const fs::path& file : files) json["files"].push_back(file.generic_string());
  if (project.first_migration) json["first_migration"] = *project.first_migration;
  return json;
}

void announce(const NewProject& project, const fs::path& out, const std::vector<fs::path>& files) {
  std::cout << fmt::format("wrote {} files of the project {}\n", files.size(), project.name);
  for (const fs::path& file : files)
    std::cout << "  " << (out / file).lexically_normal().string() << '\n';
  if (!project.first_migration)
    std::cout << "the source is empty, so there is no baseline: write a struct in "
              << (out / project.headers.front()).lexically_normal().string() << '\n';
  std::cout << "next:\n";
  for (const std::string& command : next_commands(project, out))
    std::cout << "  " << command << '\n';
}

void tell_differences(const std::vector<TakeoverDifference>& differences) {
  for (const TakeoverDifference& difference : differences)
    std::cerr << fmt::format("tenon: the source and the baseline differ: {}: {}\n", difference.name,
                             difference.details.front());
  if (!differences.empty())
    std::cerr << "note: major versions of PostgreSQL print some expressions in other words; "
                 "TENON_SCRATCH_URL names a server of the source's own version\n";
}

// Scripts run in a scratch database, which is compared with that of the new migration.
Origin read_origin(const Options& options, Scratch& scratch) {
  progress("reading " + redacted(options.from));
  Origin origin;
  if (const auto place = scripts::script_place(options.from)) {
    origin.scripts = run_script_source(*place, scratch);
    origin.source = origin.scripts->source;
  } else {
    origin.source = load_source(options.from, scratch);
    note_secret_options(origin.source.model);
  }
  note_unmodelled(origin.source);
  return origin;
}

// A signal came; said between two steps, so that what is staged goes away first.
struct Interrupted : std::runtime_error {
  Interrupted() : std::runtime_error{"interrupted"} {}
};

void go_on(const Interruption& interruption, const std::string& step) {
  if (interruption.exit_status() != 0) throw Interrupted{};
  progress(step);
}

int write_project(const Options& options, Format format, NewProject project,
                  const fs::path& generator, const std::optional<Origin>& origin, Scratch& scratch,
                  const Interruption& interruption) {
  Staging staging{options.out};
  go_on(interruption, "writing structs");
  if (origin)
    stage_import(origin->source.model, project, staging);
  else
    stage_first_struct(project, staging);
  go_on(interruption, "reading them as a build does");
  const StagedSchema schema =
      stage_first_migration(project, origin ? "baseline" : "", generator, staging);
  stage_texts(project, options, staging);
  require_no_conflicts(staging, options.out);
  Takeover takeover{{}, options.accept};
  if (origin) {
    go_on(interruption, "comparing the baseline with the source in a scratch PostgreSQL");
    takeover.differences = differences(*origin, schema, scratch);
  }
  // Of another tool's scripts somebody has to want what is lost.
  const bool is_takeover = origin && origin->scripts;
  if (is_takeover && format == Format::text) print(std::cerr, takeover);
  const bool is_wanted = !is_takeover || is_accepted(takeover);

  if (interruption.exit_status() != 0) throw Interrupted{};
  const std::vector<fs::path> written = is_wanted ? staging.finish() : std::vector<fs::path>{};
  if (format == Format::json)
    std::cout << report_json(project, options.out, written, takeover).dump(2) << '\n';
  else if (is_wanted)
    announce(project, options.out, written);
  if (is_takeover) return is_wanted ? exit_ok : exit_findings;
  tell_differences(takeover.differences);
  return takeover.differences.empty() ? exit_ok : exit_findings;
}

int run(const Options& options) {
  const Format format = text_or_json(options.format);
  if (!options.accept.empty() && !scripts::script_place(options.from))
    throw UsageError{"--accept is for other tools' scripts, such as --from flyway:db/migration"};
  NewProject project = project_of(options);
  const fs::path generator = find_generator(options.generator);
  // A folder that cannot be written to is told before the long work.
  {
    const Staging can_be_written{options.out};
  }
  Scratch scratch{false};
  std::optional<Origin> origin;
  if (!options.from.empty()) origin = read_origin(options, scratch);

  const Interruption interruption;
  try {
    return write_project(options, format, std::move(project), generator, origin, scratch,
                         interruption);
  } catch (const std::exception&) {
    // Ctrl-C reaches the generator too, whose end is no finding then.
    if (const int status = interruption.exit_status(); status != 0) {
      std::cerr << "tenon: interrupted, and nothing was written\n";
      return status;
    }
    throw;
  }
}

// What Tenon wrote it must be able to read, if the scratch server has what the source has.
int run_or_explain(const Options& options) try {
  return run(options);
} catch (const GeneratorError& error) {
  std::cerr
      << error.what()
      << "tenon: nothing was written, because a build could not read it\n"
         "note: where a statement is refused, the scratch PostgreSQL lacks what the source has, "
         "such as an extension or a role; TENON_SCRATCH_URL names another server\n";
  return exit_environment;
}

}  // namespace

void add_init(CLI::App& program, Selected& selected) {
  auto options = std::make_shared<Options>();
  CLI::App* command = program.add_subcommand(
      "init", "Make a project: structs, CMake, a first migration, CI, and rules for changes");
  command->add_option("--from", options->from,
                      std::string{"a schema that exists: "} + sources_help);
  command->add_option("--out", options->out, "the folder of the project")->capture_default_str();
  command->add_option(
      "--name", options->name,
      "of the project; the library is NAME_schema; the folder's name when not said");
  command->add_option("--ci", options->ci, "files for github, gitlab, both or none")
      ->capture_default_str();
  command
      ->add_option("--rules-in", options->rules_in,
                   "the file that gets the rules for whoever changes the schema, as a section")
      ->capture_default_str();
  command->add_option("--format", options->format, "text or json")->capture_default_str();
  command->add_option("--generator", options->generator,
                      "tenon-generate, where it is not beside tenon or in PATH");
  command->add_option("--accept", options->accept,
                      "of other tools' scripts: the name of a difference that may be; repeatable");
  command->footer(
      "Writes CMakeLists.txt, README.md, schema/, migrations/, docs/, files for CI and a git "
      "hook,\n"
      "all of it or nothing, and never over a file that says something else. The rules are put\n"
      "behind what their file says. Without --from there is one struct to begin with, and its\n"
      "migration. With it the first migration is a baseline: an empty database runs it, and one\n"
      "that had the schema before records it by tenon stamp; that needs a scratch PostgreSQL, as "
      "the\n"
      "parity test does.\n"
      "Other tools' scripts run in one as well. What they make and the baseline does not is named, "
      "and\n"
      "nothing is written before each such difference was accepted by --accept NAME.\n"
      "Examples:\n"
      "  tenon init --out shop\n"
      "  tenon init --out shop --ci github --rules-in CONTRIBUTING.md\n"
      "  tenon init --from postgresql://localhost/app\n"
      "  tenon init --from postgresql://localhost/app --out database --name app --format json\n"
      "  tenon init --from schema.sql --out app\n"
      "  tenon init --from flyway:db/migration --out app\n"
      "  tenon init --from sqitch:. --out app --accept 'rows of public.roles'");
  command->callback([options, &selected] {
    selected.asks_scratch_server = true;
    selected.run = [options] { return run_or_explain(*options); };
  });
}

}  // namespace tenon::cli
