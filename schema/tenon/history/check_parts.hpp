// The three parts of check_history(), each a function of the migrations alone.
#pragma once

#include <tenon/history/diagnostic.hpp>
#include <tenon/history/fold.hpp>
#include <tenon/history/migration.hpp>

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tenon::checking {

/// Migrations and the folder that they were read from.
struct History {
  std::span<const Migration> migrations;
  const std::filesystem::path& folder;

  /// A finding in one of the files of migration `id`.
  [[nodiscard]] Diagnostic finding(const std::string& id, std::string_view file, unsigned line,
                                   std::string rule, std::string message,
                                   std::vector<std::string> notes) const {
    return {{(folder / id / file).lexically_normal().string(), line, 1},
            std::move(rule),
            std::move(message),
            std::move(notes)};
  }
};

/// One chain, without a gap and with one head; a baseline only at its beginning.
[[nodiscard]] std::vector<Diagnostic> check_chain(const History& history);

/// Files that say what was generated, and zones that only move data.
[[nodiscard]] std::vector<Diagnostic> check_files(const History& history);

/// Changes that fit, and that render to the files. Leaves the schema after them in `head`.
[[nodiscard]] std::vector<Diagnostic> check_changes(const History& history, Head& head);

}  // namespace tenon::checking
