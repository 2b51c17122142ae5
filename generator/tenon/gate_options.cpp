#include "gate_options.hpp"

#include <CLI/CLI.hpp>

namespace tenon::cli {

void add_gate_options(CLI::App& command, GateOptions& options) {
  command.add_option("--model", options.model, "model.json of the structs, from tenon-generate")
      ->required();
  command.add_option("--migrations", options.migrations, "the folder of the migrations")
      ->required();
  command.add_option("--source-root", options.report.source_root,
                     "what the places in model.json are relative to");
  command.add_option("--format", options.format, "text, json, sarif or github")
      ->capture_default_str();
}

}  // namespace tenon::cli
