// tenon show: a source in another form.
#include "command.hpp"
#include "source.hpp"

#include <nlohmann/json.hpp>

#include <tenon/history/model_json.hpp>
#include <tenon/sql/render.hpp>

#include <iostream>
#include <memory>

namespace tenon::cli {
namespace {

struct Options {
  std::string from;
  std::string format = "sql";
};

void print_sql(const Model& model) {
  const auto statements = sql::create_all(model);
  if (statements.empty()) return;
  std::cout << script_settings << '\n';
  for (const std::string& statement : statements) std::cout << statement << '\n';
}

int run(const Options& options) {
  if (options.format != "sql" && options.format != "json")
    throw UsageError{"tenon show prints sql or json"};
  Scratch scratch;
  const LoadedSource source = load_source(options.from, scratch);
  if (options.format == "json")
    std::cout << to_json(source.model).dump(2) << '\n';
  else
    print_sql(source.model);
  return exit_ok;
}

}  // namespace

void add_show(CLI::App& program, Selected& selected) {
  auto options = std::make_shared<Options>();
  CLI::App* command = program.add_subcommand("show", "Print a schema");
  command->add_option("--from", options->from, sources_help)->required();
  command->add_option("--format", options->format, "sql or json")->capture_default_str();
  command->footer(
      "Examples:\n"
      "  tenon show --from postgresql://localhost/app\n"
      "  tenon show --from migrations:migrations@20260112_000001_create_users --format json");
  command->callback([options, &selected] { selected = [options] { return run(*options); }; });
}

}  // namespace tenon::cli
