// tenon init: a whole project of a schema that exists.
#include "command.hpp"
#include "imported_files.hpp"
#include "project_texts.hpp"
#include "report.hpp"
#include "run_generator.hpp"
#include "source.hpp"
#include "staging.hpp"
#include "today.hpp"

#include <fmt/format.h>

#include <tenon/catalog/redact.hpp>
#include <tenon/diff/describe.hpp>
#include <tenon/diff/diff.hpp>
#include <tenon/history/author.hpp>
#include <tenon/history/check.hpp>
#include <tenon/history/errors.hpp>
#include <tenon/history/folder.hpp>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <memory>

namespace tenon::cli {
namespace {

namespace fs = std::filesystem;

constexpr const char* schema_folder = "schema";
constexpr const char* migrations_folder = "migrations";

struct Options {
  std::string from;
  fs::path out = ".";
  std::string name;
  fs::path generator;
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

// The headers and SQL files; a schema without structs gets a header for the first one.
NewProject stage_schema(const Model& model, const std::string& name, const fs::path& files) {
  importing::Import import = importing::import_model(model);
  if (import.headers.empty())
    import.headers.push_back({"public_schema.hpp", empty_header_text("public_schema")});
  NewProject project{name, {}, {}, {}};
  const auto written = imported_files(import, files / schema_folder);
  for (const generator::OutputFile& file : written) {
    const fs::path path = file.path.lexically_relative(files);
    (path.extension() == ".sql" ? project.sql_files : project.headers).push_back(path.string());
    if (path.stem() == library_of(project))
      throw UsageError{
          fmt::format("the library {} would be called like the header {}; say another "
                      "name for the project: --name NAME",
                      library_of(project), path.string())};
  }
  generator::write_changed(written);
  return project;
}

// What the build will read, by the same program.
Declarations read_back(const NewProject& project, const fs::path& generator,
                       const Staging& staging) {
  const auto paths = [&staging](const std::vector<std::string>& names) {
    std::vector<fs::path> all;
    all.reserve(names.size());
    for (const std::string& name : names) all.push_back(staging.files() / name);
    return all;
  };
  return read_declarations(run_generator(generator,
                                         {.source_root = staging.files(),
                                          .name = library_of(project),
                                          .headers = paths(project.headers),
                                          .sql_files = paths(project.sql_files)},
                                         staging.work()));
}

// Nothing when the schema is empty.
std::vector<Migration> baseline_of(const Declarations& declared) {
  std::vector<Migration> migrations =
      write_migrations({}, declared, today(), std::nullopt, "baseline");
  if (!migrations.empty()) migrations.front().baseline = true;
  return migrations;
}

// What the build will check, before it does.
void require_clean(const std::vector<Migration>& migrations, const Declarations& declared,
                   const fs::path& folder) {
  CheckedHistory history = check_history(migrations, folder);
  std::vector<Diagnostic> findings = std::move(history.findings);
  if (findings.empty()) findings = check_drift(declared, history.head, migrations);
  if (findings.empty()) return;
  const std::string first = findings.front().message;
  report(std::cerr, std::move(findings), {});
  throw std::logic_error{
      "the baseline is not what the structs are, which is Tenon's own mistake: " + first};
}

void stage_text(const fs::path& path, const std::string& text) {
  generator::write_changed({{path, text}});
}

void stage_migrations(const std::vector<Migration>& migrations, const fs::path& files) {
  const fs::path folder = files / migrations_folder;
  for (const Migration& migration : migrations) write_migration(folder, migration);
  // An empty folder is an empty history, and version control keeps no empty folder.
  if (migrations.empty()) stage_text(folder / ".gitkeep", "");
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
  throw UsageError{"there is already, with another content:" + list +
                   "\nnothing was written; move it away, or say another folder: --out DIR"};
}

// What a comparison of the source with the baseline will find.
Changes differences(const LoadedSource& source, const Declarations& declared, Scratch& scratch) {
  return diff(as_printed(source, scratch), as_printed({declared.model, true, {}}, scratch));
}

void announce(const NewProject& project, const fs::path& out, std::size_t files) {
  const std::string cd = out == "." ? "" : "cd " + out.string() + " && ";
  std::cout << fmt::format("wrote {} files of the project {}\n", files, project.name);
  if (project.baseline)
    std::cout << "  the baseline: " << (out / migrations_folder / *project.baseline).string()
              << '\n';
  else
    std::cout << "  the source is empty, so there is no baseline: write a struct in "
              << (out / project.headers.front()).string() << '\n';
  std::cout << fmt::format("  build it: {}cmake -S . -B build && cmake --build build\n", cd);
  if (project.baseline)
    std::cout << fmt::format(
        "  on a database that has the schema already: {}tenon stamp --database URL --migrations "
        "{}\n",
        cd, migrations_folder);
}

int run(const Options& options) {
  const std::string name = name_of(options);
  const fs::path generator = find_generator(options.generator);
  Staging staging{options.out};
  Scratch scratch{false};
  progress("reading " + redacted(options.from));
  const LoadedSource source = load_source(options.from, scratch);
  for (const std::string& object : source.unmodelled)
    std::cerr << "note: not carried into the project, because Tenon cannot express it: " << object
              << '\n';

  progress("writing structs");
  NewProject project = stage_schema(source.model, name, staging.files());
  progress("reading them as a build does");
  const Declarations declared = read_back(project, generator, staging);

  const std::vector<Migration> migrations = baseline_of(declared);
  require_clean(migrations, declared, options.out / migrations_folder);
  if (!migrations.empty()) project.baseline = migrations.front().id;
  stage_migrations(migrations, staging.files());
  stage_text(staging.files() / "CMakeLists.txt", cmake_text(project));
  stage_text(staging.files() / "README.md", readme_text(project));
  require_no_conflicts(staging, options.out);
  progress("comparing the baseline with the source in a scratch PostgreSQL");
  const Changes changes = differences(source, declared, scratch);

  announce(project, options.out, staging.finish().size());
  if (changes.empty()) return exit_ok;
  for (const Change& change : changes)
    std::cerr << fmt::format("tenon: the source and the baseline differ: {}: {}\n",
                             describe(subject(change)), describe(change));
  std::cerr << "note: major versions of PostgreSQL print some expressions in other words; "
               "TENON_SCRATCH_URL names a server of the source's own version\n";
  return exit_findings;
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
      "init", "Make a project of a schema that exists: structs, CMake and a first migration");
  command->add_option("--from", options->from, sources_help)->required();
  command->add_option("--out", options->out, "the folder of the project")->capture_default_str();
  command->add_option(
      "--name", options->name,
      "of the project; the library is NAME_schema; the folder's name when not said");
  command->add_option("--generator", options->generator,
                      "tenon-generate, where it is not beside tenon or in PATH");
  command->footer(
      "Writes CMakeLists.txt, README.md, schema/ and migrations/, all of it or nothing, and never\n"
      "over a file that says something else. The first migration is a baseline: an empty database\n"
      "runs it, and one that had the schema before records it by tenon stamp.\n"
      "A scratch PostgreSQL is needed, as for the parity test.\n"
      "Examples:\n"
      "  tenon init --from postgresql://localhost/app\n"
      "  tenon init --from postgresql://localhost/app --out database --name app\n"
      "  tenon init --from schema.sql --out app");
  command->callback([options, &selected] {
    selected.asks_scratch_server = true;
    selected.run = [options] { return run_or_explain(*options); };
  });
}

}  // namespace tenon::cli
