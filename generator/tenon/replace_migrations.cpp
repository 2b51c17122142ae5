// Everything is written beside, then a rename a folder, and all of them taken back when one fails.
#include "replace_migrations.hpp"

#include "interruption.hpp"
#include "renames.hpp"
#include "staging.hpp"

#include <fmt/format.h>

#include <tenon/history/errors.hpp>
#include <tenon/history/folder.hpp>

#include <algorithm>
#include <array>
#include <exception>
#include <string_view>
#include <system_error>

namespace tenon::cli {
namespace {

namespace fs = std::filesystem;

bool is_part_of_migration(const fs::path& name) {
  constexpr std::array<std::string_view, 3> parts = {"changes.json", "up.sql", "down.sql"};
  return std::ranges::find(parts, name.string()) != parts.end();
}

}  // namespace

std::vector<Diagnostic> other_files(const fs::path& folder, std::span<const Migration> gone) {
  std::vector<Diagnostic> findings;
  for (const Migration& migration : gone) {
    std::error_code error;
    for (fs::directory_iterator entry{folder / migration.id, error}, end; !error && entry != end;
         entry.increment(error))
      if (!is_part_of_migration(entry->path().filename())) {
        const SourceLocation place{entry->path().lexically_normal().string(), 1, 1};
        findings.push_back(
            {place,
             "tenon-other-file",
             fmt::format("it is no part of {}, and would be deleted with its folder", migration.id),
             {"move it out of the migrations first, or delete it"}});
      }
    if (error) throw HistoryError{folder / migration.id, "cannot be listed: " + error.message()};
  }
  return findings;
}

void replace_migrations(const fs::path& folder, std::span<const Migration> gone,
                        std::span<const Migration> come) {
  const Interruption waits;
  Staging staging{folder};
  for (const Migration& migration : come) write_migration(staging.files(), migration);
  Renames renames;
  try {
    for (const Migration& migration : gone)
      renames.rename(folder / migration.id, staging.work() / migration.id);
    for (const Migration& migration : come)
      renames.rename(staging.files() / migration.id, folder / migration.id);
  } catch (const std::exception& error) {
    if (renames.take_back()) throw;
    staging.keep();
    throw HistoryError{staging.work(),
                       fmt::format("has migrations of {} that could not be moved back; move them "
                                   "back by hand. It began with: {}",
                                   folder.string(), error.what())};
  }
}

}  // namespace tenon::cli
