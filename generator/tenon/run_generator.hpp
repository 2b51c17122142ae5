// Running tenon-generate.
#pragma once

#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

namespace tenon::cli {

/// It refused what it was given; what() is what it printed.
struct GeneratorError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// The file tenon-generate: `named` when it is not empty, else the one beside this program, or
/// where Tenon's build tree has it, or the first in PATH.
/// @throws UsageError when there is none, with what to do.
[[nodiscard]] std::filesystem::path find_generator(const std::filesystem::path& named);

struct GeneratorInputs {
  /// What places and names of headers are relative to.
  std::filesystem::path source_root;
  /// Of the metadata header.
  std::string name;
  std::vector<std::filesystem::path> headers;
  /// In the order in which they run.
  std::vector<std::filesystem::path> sql_files;
};

/// Runs tenon-generate as a build does.
/// @param work a folder for model.json and what else it writes.
/// @returns the path of model.json.
/// @throws GeneratorError when there are errors in the files; HistoryError when it could not be run
///   or had no PostgreSQL for the SQL files.
std::filesystem::path run_generator(const std::filesystem::path& generator,
                                    const GeneratorInputs& inputs,
                                    const std::filesystem::path& work);

}  // namespace tenon::cli
