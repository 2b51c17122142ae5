// https://pressly.github.io/goose/documentation/annotations/
#include "scripts/readers.hpp"
#include "scripts/script_files.hpp"
#include "scripts/version_order.hpp"

#include <algorithm>

namespace tenon::scripts {
namespace {

namespace fs = std::filesystem;

bool is(const Line& line, std::string_view mark) {
  return words_after(line, mark).has_value();
}

Script read(const fs::path& file) {
  const std::string text = text_of(file);
  const std::vector<Line> lines = lines_of(text);
  const auto first = [&](std::string_view mark) {
    return std::ranges::find_if(lines, [mark](const Line& line) { return is(line, mark); });
  };
  const auto begins = first("+goose Up");
  if (begins == lines.end())
    throw ScriptError{{file.string()}, "has no line '-- +goose Up', which goose asks for"};
  if (const auto replaced = first("+goose ENVSUB ON"); replaced != lines.end())
    throw ScriptError{{file.string(), replaced->number, 1},
                      "goose puts variables of the environment in here, which are not known: take "
                      "a copy of the folder and put the values there"};
  const auto ends =
      std::find_if(begins, lines.end(), [](const Line& line) { return is(line, "+goose Down"); });
  const std::size_t end = ends == lines.end() ? text.size() : ends->begin;
  return {.name = file.filename().string(),
          .path = file,
          .first_line = begins->number,
          .sql = text.substr(begins->begin, end - begins->begin),
          .in_transaction = first("+goose NO TRANSACTION") == lines.end()};
}

}  // namespace

ScriptFolder read_goose(const fs::path& folder) {
  ScriptFolder scripts{.tool = Tool::goose, .scripts = {}, .not_run = {}};
  std::vector<VersionedScript> found;
  for (const fs::path& file : files_below(folder)) {
    const std::string name = file.filename().string();
    const auto version = leading_digits(name);
    const bool is_migration = !version.empty() && name.substr(version.size()).starts_with('_') &&
                              file.parent_path() == folder;
    if (is_migration && file.extension() == ".go")
      throw ScriptError{{file.string()},
                        "is a migration in Go, which cannot be run here: take a copy of the folder "
                        "and write what it does as SQL there"};
    if (file.parent_path() != folder) continue;
    if (is_migration && file.extension() == ".sql")
      found.push_back({version_of(version), read(file)});
    else
      scripts.not_run.push_back(name);
  }
  scripts.scripts = in_order(std::move(found));
  return scripts;
}

}  // namespace tenon::scripts
