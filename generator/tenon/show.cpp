// tenon show: a source in another form.
#include "command.hpp"
#include "inputs.hpp"
#include "schema_sql.hpp"
#include "show_cpp.hpp"
#include "source.hpp"

#include <CLI/CLI.hpp>

#include <tenon/history/model_json.hpp>

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

// To a file it goes whole or not at all, and an unchanged one is left alone.
void put(const std::string& text, const std::optional<std::string>& out) {
  if (out)
    write_if_changed(*out, text);
  else
    std::cout << text;
}

int run(const Options& options) {
  if (options.format != "sql" && options.format != "json" && options.format != "cpp")
    throw UsageError{"tenon show prints sql, json or cpp"};
  Scratch scratch{options.owners};
  const LoadedSource source = load_source(options.from, scratch);
  for (const std::string& note : source.notes) std::cerr << "note: " << note << '\n';
  note_unmodelled(source);
  if (options.format == "json" && !options.out) {
    print_json(std::cout, source.model, 2);
    std::cout << '\n';
  } else if (options.format == "json")
    put(to_json(source.model, 2) + "\n", options.out);
  else if (options.format == "cpp")
    show_cpp(source.model, options.out);
  else
    put(schema_sql(source.model), options.out);
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
  command->add_option(
      "--out", options->out,
      "With sql and json: a file to write. With cpp: the folder for the headers, and "
      "for the SQL of what structs cannot declare. Without it all is printed, if "
      "it is one header");
  command->add_flag("--owners", options->owners, "say who owns what as well");
  command->footer(
      "Examples:\n"
      "  tenon show --from postgresql://localhost/app\n"
      "  tenon show --from migrations:migrations@20260112_000001_create_users --format json\n"
      "  tenon show --from migrations:migrations --out schema.sql\n"
      "  tenon show --from postgresql://localhost/app --format cpp --out schema\n"
      "  tenon show --from flyway:db/migration");
  command->callback([options, &selected] {
    selected.asks_scratch_server = may_ask_scratch_server({options->from});
    selected.run = [options] { return run(*options); };
  });
}

}  // namespace tenon::cli
