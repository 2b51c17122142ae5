// What the offline checks of structs and migrations take.
#pragma once

#include "command.hpp"
#include "report.hpp"

#include <filesystem>
#include <string>

namespace tenon::cli {

struct GateOptions {
  std::filesystem::path model;
  std::filesystem::path migrations;
  std::string format = "text";
  ReportOptions report;
};

/// Adds `--model`, `--migrations`, `--source-root` and `--format` to a command.
void add_gate_options(CLI::App& command, GateOptions& options);

}  // namespace tenon::cli
