// https://github.com/golang-migrate/migrate/blob/master/MIGRATIONS.md
#include "scripts/readers.hpp"
#include "scripts/script_files.hpp"
#include "scripts/version_order.hpp"

#include <utility>

namespace tenon::scripts {

ScriptFolder read_golang_migrate(const std::filesystem::path& folder) {
  FolderFiles files = files_in(folder);
  ScriptFolder scripts{
      .tool = Tool::golang_migrate, .scripts = {}, .not_run = std::move(files.others)};
  std::vector<VersionedScript> found;
  for (const std::filesystem::path& file : files.sql) {
    const std::string name = file.filename().string();
    const auto version = leading_digits(name);
    const bool is_migration = !version.empty() && name.substr(version.size()).starts_with('_');
    if (is_migration && name.ends_with(".up.sql"))
      found.push_back({version_of(version),
                       {.name = name,
                        .path = file,
                        .first_line = 1,
                        .sql = text_of(file),
                        .in_transaction = true}});
    else if (!is_migration || !name.ends_with(".down.sql"))
      scripts.not_run.push_back(name);
  }
  scripts.scripts = in_order(std::move(found));
  return scripts;
}

}  // namespace tenon::scripts
