// tenon-generate: from annotated headers to model.json and the metadata header.
#include "declared/diagnostics.hpp"
#include "emit/metadata.hpp"
#include "emit/paths.hpp"
#include "emit/write_file.hpp"
#include "frontend/default_folders.hpp"
#include "frontend/parse.hpp"
#include "mapping/map_declarations.hpp"
#include "sql_files/add_sql_files.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <tenon/history/model_json.hpp>
#include <tenon/sql/utf8.hpp>
#include <tenon/testing/server_error.hpp>
#include <tenon/testing/supervised.hpp>

#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <map>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace {

using namespace tenon::generator;

enum Exit { as_wanted = 0, errors_in_headers = 1, wrong_usage = 2, environment_failed = 3 };

constexpr const char* examples = R"(Examples:
  tenon-generate schema/user.hpp -o model.json
  tenon-generate schema/*.hpp -o model.json --metadata app_schema.hpp -- -Iinclude -std=c++20
  tenon-generate schema/user.hpp -o build/model.json --depfile build/model.d --source-root .
  tenon-generate schema/user.hpp --sql schema/views.sql -o model.json

With --sql, what the files declare is read from a scratch PostgreSQL: one that is started from the
installed binaries, or the server that TENON_SCRATCH_URL names.

Exit status: 0 when everything was written, 1 after errors in the headers or the SQL files, 2 for a
wrong command line, 3 when a file cannot be read or written, or there is no PostgreSQL.)";

struct Options {
  std::vector<std::string> headers;
  std::vector<std::string> sql_files;
  std::string output;
  std::string metadata;
  std::string depfile;
  std::string depfile_target;
  std::string source_root = ".";
  std::string arguments;
  std::string name;
  std::string resource_dir;
  std::vector<std::string> compiler_arguments;
};

std::vector<std::string> read_lines(const std::string& path) {
  std::ifstream file(path);
  if (!file) throw std::runtime_error(path + ": cannot read the compiler arguments");
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);)
    if (!line.empty()) lines.push_back(line);
  return lines;
}

// What stands after `--` is the compiler's, and CLI11 would read it as headers.
std::vector<std::string> take_compiler_arguments(int& argc, char** argv) {
  for (int i = 1; i < argc; ++i) {
    if (std::string_view(argv[i]) != "--") continue;
    std::vector<std::string> arguments(argv + i + 1, argv + argc);
    argc = i;
    return arguments;
  }
  return {};
}

void describe(CLI::App& app, Options& options) {
  app.add_option("HEADER", options.headers, "Headers with annotated structs")->required();
  app.add_option("--sql", options.sql_files,
                 "Files with the SQL of what structs do not carry, in the order in which they run")
      ->take_all()
      ->expected(1);
  app.add_option("-o,--output", options.output, "Where model.json goes")->required();
  app.add_option("--metadata", options.metadata, "Where the metadata header goes");
  app.add_option("--name", options.name,
                 "The namespace of the metadata; the name of its file by default");
  app.add_option("--depfile", options.depfile, "Where to list the files that were read");
  app.add_option("--depfile-target", options.depfile_target,
                 "The target that the depfile names; the output by default");
  app.add_option("--source-root", options.source_root,
                 "The folder that places in the output are relative to")
      ->capture_default_str();
  app.add_option("--arguments", options.arguments, "A file with one compiler argument a line");
  app.add_option("--resource-dir", options.resource_dir, "The folder of Clang's own headers");
  app.footer(
      std::string("Compiler arguments stand after --, as in -- -Iinclude -DX=1. The standard "
                  "is C++20 unless they say otherwise.\n\n") +
      examples);
}

std::filesystem::path resolved(const std::filesystem::path& path) {
  std::error_code error;
  const auto real = std::filesystem::weakly_canonical(path, error);
  return error ? path : real;
}

void check(const Options& options) {
  std::map<std::filesystem::path, std::string> files;
  for (const std::string& header : options.headers) {
    if (header.find_first_of("\"\n") != std::string::npos)
      throw CLI::ValidationError(header, "the name of a header has a quote or a line break");
    if (std::filesystem::is_directory(header))
      throw std::runtime_error(header + ": cannot read the header: it is a folder");
    if (!std::ifstream(header)) throw std::runtime_error(header + ": cannot read the header");
    files.emplace(resolved(header), "a header");
  }
  for (const std::string& file : options.sql_files) files.emplace(resolved(file), "an SQL file");
  for (const auto& [option, path] : {std::pair{"--output", options.output},
                                     {"--metadata", options.metadata},
                                     {"--depfile", options.depfile}}) {
    if (path.empty()) continue;
    const auto [other, is_new] = files.emplace(resolved(path), option);
    if (!is_new) throw CLI::ValidationError(option, path + " is already " + other->second);
  }
}

// A model names the headers, and JSON is UTF-8.
void check_paths(const tenon::Declarations& declarations) {
  const auto check_path = [](const std::string& path) {
    if (!tenon::sql::is_utf8(path))
      throw std::runtime_error(path + ": the path of the header is no UTF-8");
  };
  for (const std::string& header : declarations.headers) check_path(header);
  for (const auto& [name, origin] : declarations.origins) check_path(origin.location.file);
}

// What only a server understands; the metadata header knows nothing of it.
void add_sql(tenon::Declarations& declarations, const std::vector<std::string>& paths,
             const tenon::DeclaredSql& said, Diagnostics& diagnostics) {
  const auto report = [&](const tenon::sql_files::SqlFileError& error, Code code) {
    const std::string message = error.what();
    const auto end = message.find('\n');
    diagnostics.error(error.location, code, message.substr(0, end),
                      end == message.npos ? "" : message.substr(end + 1));
  };
  try {
    std::vector<tenon::sql_files::SqlFile> files;
    files.reserve(paths.size());
    for (const std::string& path : paths)
      files.push_back(tenon::sql_files::read_sql_file(std::filesystem::absolute(path)));
    tenon::sql_files::add_sql_files(declarations, files, said);
  } catch (const tenon::sql_files::ViewError& error) {
    report(error, "view-column");
  } catch (const tenon::sql_files::SqlFileError& error) {
    const bool is_in_file =
        std::ranges::any_of(paths, [place = error.location.file](const std::string& path) {
          return std::filesystem::absolute(path) == place;
        });
    report(error, is_in_file ? Code{"sql-file"} : Code{"refused"});
  }
}

std::vector<std::string> with_sql_files(std::vector<std::string> dependencies,
                                        const std::vector<std::string>& files) {
  for (const std::string& file : files)
    dependencies.push_back(std::filesystem::absolute(file).lexically_normal().string());
  return dependencies;
}

int run(const Options& options, const std::string& executable) {
  check(options);
  Diagnostics diagnostics;
  const auto parsed =
      parse({.headers = options.headers,
             .arguments = options.compiler_arguments,
             .resource_dir = options.resource_dir.empty() ? default_resource_dir(executable)
                                                          : options.resource_dir,
             .include_dir = default_include_dir(executable)},
            diagnostics);
  auto mapped = parsed ? map_declarations(parsed->declared, diagnostics) : MappedDeclarations{};
  tenon::Declarations& declarations = mapped.declarations;
  for (const std::string& header : options.headers)
    declarations.headers.push_back(
        include_path(header, options.compiler_arguments, options.source_root));
  std::string metadata;
  if (parsed && !diagnostics.has_errors() && !options.metadata.empty())
    metadata = metadata_header(declarations, mapped.views, options.name, diagnostics);
  if (parsed && !diagnostics.has_errors())
    add_sql(declarations, options.sql_files, mapped.sql, diagnostics);

  for (const Diagnostic& diagnostic : diagnostics.all())
    std::fputs(to_string(diagnostic).c_str(), stderr);
  if (!parsed || diagnostics.has_errors()) return errors_in_headers;

  make_relative(declarations, options.source_root);
  check_paths(declarations);
  std::vector<OutputFile> files = {{options.output, to_json(declarations, 1) + "\n"}};
  if (!options.metadata.empty()) files.push_back({options.metadata, metadata});
  if (!options.depfile.empty())
    files.push_back(
        {options.depfile,
         depfile(options.depfile_target.empty() ? options.output : options.depfile_target,
                 with_sql_files(parsed->dependencies, options.sql_files))});
  write_changed(files);
  return as_wanted;
}

int run(int argc, char** argv) {
  Options options;
  CLI::App app("From annotated C++ structs to the model of a PostgreSQL database.",
               "tenon-generate");
  try {
    options.compiler_arguments = take_compiler_arguments(argc, argv);
    describe(app, options);
    app.parse(argc, argv);
    if (!options.arguments.empty()) {
      auto lines = read_lines(options.arguments);
      options.compiler_arguments.insert(options.compiler_arguments.begin(), lines.begin(),
                                        lines.end());
    }
    if (options.name.empty())
      options.name = std::filesystem::path(options.metadata).stem().string();
    return run(options, argv[0]);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? as_wanted : wrong_usage;
  } catch (const WrongArguments& error) {
    fmt::print(stderr, "tenon-generate: error: {}\n", error.what());
    return wrong_usage;
  } catch (const std::exception& error) {
    fmt::print(stderr, "tenon-generate: error: {}\n", error.what());
    return environment_failed;
  }
}

}  // namespace

int main(int argc, char** argv) {
  return tenon::testing::supervised([&] { return run(argc, argv); });
}
