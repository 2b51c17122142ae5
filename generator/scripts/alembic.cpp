// https://alembic.sqlalchemy.org/en/latest/offline.html
#include "scripts/readers.hpp"
#include "scripts/script_files.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace tenon::scripts {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view arrow = "-> ";

// What `-- Running upgrade 1975ea83b712 -> ae1027a6acf, add a column` comes to.
std::optional<std::string> revision_of(const Line& line) {
  const auto words = words_after(line, "Running upgrade");
  if (!words) return std::nullopt;
  const auto at = words->find(arrow);
  if (at == words->npos) return std::nullopt;
  return words->substr(at + arrow.size());
}

FolderFiles files_of(const fs::path& path) {
  if (!fs::is_directory(path)) return {.sql = {path}, .others = {}};
  FolderFiles files = files_in(path);
  if (files.sql.empty())
    throw ScriptError{{path.string()},
                      "has no .sql files; write what the revisions do into one: alembic upgrade "
                      "head --sql > upgrade.sql"};
  return files;
}

}  // namespace

ScriptFolder read_alembic(const fs::path& path) {
  FolderFiles files = files_of(path);
  ScriptFolder scripts{.tool = Tool::alembic, .scripts = {}, .not_run = std::move(files.others)};
  std::map<std::string, SourceLocation> revisions;
  for (const fs::path& file : files.sql) {
    Script script{.name = file.filename().string(),
                  .path = file,
                  .first_line = 1,
                  .sql = text_of(file),
                  .in_transaction = false};
    const auto before = revisions.size();
    for (const Line& line : lines_of(script.sql)) {
      const auto revision = revision_of(line);
      if (!revision) continue;
      const SourceLocation here{file.string(), line.number, 1};
      const auto [other, is_new] = revisions.emplace(*revision, here);
      if (!is_new)
        throw ScriptError{here, "the revision " + *revision + " was made in " + other->second.file +
                                    ":" + std::to_string(other->second.line) + " already"};
    }
    if (revisions.size() == before)
      throw ScriptError{{file.string()},
                        "is not what alembic upgrade head --sql prints: it has no line '-- Running "
                        "upgrade'"};
    scripts.scripts.push_back(std::move(script));
  }
  return scripts;
}

}  // namespace tenon::scripts
