// Writes the schema, and reads it again with the program that a build reads it with.
#include "staged_schema.hpp"

#include "command.hpp"
#include "import/cpp_names.hpp"
#include "imported_files.hpp"
#include "report.hpp"
#include "run_generator.hpp"
#include "today.hpp"

#include <fmt/format.h>

#include <tenon/history/author.hpp>
#include <tenon/history/check.hpp>
#include <tenon/history/folder.hpp>

#include <iostream>
#include <optional>
#include <stdexcept>
#include <utility>
#include <vector>

namespace tenon::cli {
namespace {

namespace fs = std::filesystem;

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

// What the build will check, before it does.
void require_clean(const std::vector<Migration>& migrations, const Declarations& declared) {
  CheckedHistory history = check_history(migrations, migrations_folder);
  std::vector<Diagnostic> findings = std::move(history.findings);
  if (findings.empty()) findings = check_drift(declared, history.head, migrations);
  if (findings.empty()) return;
  const std::string first = findings.front().message;
  report(std::cerr, std::move(findings), {});
  throw std::logic_error{
      "the first migration is not what the structs are, which is Tenon's own mistake: " + first};
}

std::string namespace_for(const NewProject& project) {
  Model model;
  model.schemas.push_back({.name = project.name});
  return importing::CppNames{model}.space(project.name);
}

}  // namespace

void stage_import(const Model& model, NewProject& project, const Staging& staging) {
  const fs::path files = staging.files();
  importing::Import import = importing::import_model(model);
  if (import.headers.empty())
    import.headers.push_back({"public_schema.hpp", empty_header_text("public_schema")});
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
}

void stage_first_struct(NewProject& project, const Staging& staging) {
  const fs::path header = fs::path{schema_folder} / (project.name + ".hpp");
  generator::write_changed(
      {{staging.files() / header, first_struct_text(project, namespace_for(project))}});
  project.headers.push_back(header.string());
}

StagedSchema stage_first_migration(NewProject& project, const std::string& slug,
                                   const fs::path& generator, const Staging& staging) {
  Declarations declared = read_back(project, generator, staging);
  std::vector<Migration> migrations = write_migrations({}, declared, today(), std::nullopt, slug);
  if (!migrations.empty()) {
    migrations.front().baseline = project.is_baseline;
    project.first_migration = migrations.front().id;
  }
  require_clean(migrations, declared);
  const fs::path folder = staging.files() / migrations_folder;
  for (const Migration& migration : migrations) write_migration(folder, migration);
  // An empty folder is an empty history, and version control keeps no empty folder.
  if (migrations.empty()) generator::write_changed({{folder / ".gitkeep", ""}});
  return {std::move(declared), std::move(migrations)};
}

}  // namespace tenon::cli
