// The databases of a fleet, as a file names them.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace tenon::cli {

struct Target {
  std::string name;
  /// A URL or conninfo, with its password: never printed.
  std::string conninfo;
};

struct Targets {
  std::vector<Target> all;
  /// How many are worked on at once.
  std::size_t parallelism = 4;
  /// No other one is begun after so many have failed; 0 for never.
  std::size_t stop_after_failures = 1;
};

/// Reads a file of targets:
///
///     {"parallelism": 8, "stop_after_failures": 1,
///      "targets": [{"name": "staging", "url": "postgresql://staging/app"},
///                  {"name": "production", "url_env": "PRODUCTION_URL"}]}
///
/// `url_env` names an environment variable that holds the URL, so that the file has no password.
/// @throws UsageError that says what is wrong with it, an unknown key too.
[[nodiscard]] Targets read_targets(const std::filesystem::path& file);

}  // namespace tenon::cli
