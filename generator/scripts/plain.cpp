#include "scripts/readers.hpp"
#include "scripts/script_files.hpp"

#include <algorithm>
#include <utility>

namespace tenon::scripts {
namespace {

namespace fs = std::filesystem;

// The way back would take away what the way there has made.
void require_no_way_back(const std::vector<fs::path>& files) {
  for (const fs::path& file : files) {
    const std::string stem = file.stem().string();
    for (const std::string word : {"down", "undo", "rollback", "revert"}) {
      if (!stem.ends_with(word) || stem.size() < word.size() + 2) continue;
      const std::string begin = stem.substr(0, stem.size() - word.size() - 1);
      const bool has_other = std::ranges::any_of(files, [&](const fs::path& other) {
        return other != file && other.stem().string().starts_with(begin);
      });
      if (has_other && std::string_view{"._-"}.find(stem[begin.size()]) != std::string_view::npos)
        throw ScriptError{{file.string()},
                          "looks like a way back, and every file of the folder would run: take a "
                          "copy of the folder without such files"};
    }
  }
}

void require_no_other_scripts(const fs::path& folder) {
  for (const fs::path& file : files_below(folder)) {
    if (!is_sql_in_any_letters(file)) continue;
    if (file.parent_path() != folder)
      throw ScriptError{{file.string()},
                        "is in a folder below, and nothing says when it runs: put all scripts into "
                        "one folder"};
    if (file.extension() != ".sql")
      throw ScriptError{{file.string()},
                        "does not end in .sql in small letters, and nothing says whether it runs: "
                        "take a copy of the folder where it does, or without it"};
  }
}

}  // namespace

ScriptFolder read_plain(const fs::path& path) {
  FolderFiles files{.sql = {path}, .others = {}};
  if (!fs::is_regular_file(path)) {
    files = files_in(path);
    require_no_way_back(files.sql);
    require_no_other_scripts(path);
  }
  ScriptFolder scripts{.tool = Tool::plain_sql, .scripts = {}, .not_run = std::move(files.others)};
  for (const fs::path& file : files.sql) {
    const std::string name = file.filename().string();
    if (!scripts.scripts.empty() && is_same_naturally(scripts.scripts.back().name, name))
      throw ScriptError{{file.string()},
                        "has the same number as " + scripts.scripts.back().path.string() +
                            ": which of them comes first?"};
    scripts.scripts.push_back({.name = name,
                               .path = file,
                               .first_line = 1,
                               .sql = text_of(file),
                               .in_transaction = false});
  }
  return scripts;
}

}  // namespace tenon::scripts
