// tenon show: a source in another form.
#include "command.hpp"
#include "show_cpp.hpp"
#include "source.hpp"

#include <tenon/history/model_json.hpp>
#include <tenon/sql/render.hpp>
#include <tenon/sql/script_settings.hpp>

#include <iostream>
#include <memory>
#include <optional>

namespace tenon::cli {
namespace {

struct Options {
  std::string from;
  std::string format = "sql";
  std::optional<std::string> out;
  bool owners = false;
};

void print_sql(const Model& model) {
  const auto statements = sql::create_all(model);
  if (statements.empty()) return;
  std::cout << sql::script_settings << '\n';
  for (const std::string& statement : statements) std::cout << statement << '\n';
}

int run(const Options& options) {
  if (options.format != "sql" && options.format != "json" && options.format != "cpp")
    throw UsageError{"tenon show prints sql, json or cpp"};
  if (options.out && options.format != "cpp")
    throw UsageError{"--out is for --format cpp; sql and json go to standard output"};
  Scratch scratch{options.owners};
  const LoadedSource source = load_source(options.from, scratch);
  if (options.format == "json")
    std::cout << to_json(source.model, 2) << '\n';
  else if (options.format == "cpp")
    show_cpp(source.model, options.out);
  else
    print_sql(source.model);
  return exit_ok;
}

}  // namespace

void add_show(CLI::App& program, Selected& selected) {
  auto options = std::make_shared<Options>();
  CLI::App* command = program.add_subcommand("show", "Print a schema");
  command->add_option("--from", options->from, sources_help)->required();
  command
      ->add_option("--format", options->format,
                   "sql, json, or cpp: annotated structs, a header for each schema")
      ->capture_default_str();
  command->add_option("--out", options->out,
                      "With cpp: the folder for the headers, and for the SQL of what structs "
                      "cannot declare; without it the only header is printed");
  command->add_flag("--owners", options->owners, "say who owns what as well");
  command->footer(
      "Examples:\n"
      "  tenon show --from postgresql://localhost/app\n"
      "  tenon show --from migrations:migrations@20260112_000001_create_users --format json\n"
      "  tenon show --from postgresql://localhost/app --format cpp --out schema");
  command->callback([options, &selected] {
    selected.asks_scratch_server = true;
    selected.run = [options] { return run(*options); };
  });
}

}  // namespace tenon::cli
