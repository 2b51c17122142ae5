// https://documentation.red-gate.com/fd/migrations-184127470.html
#include "scripts/readers.hpp"
#include "scripts/script_files.hpp"
#include "scripts/version_order.hpp"

#include <algorithm>
#include <array>

namespace tenon::scripts {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view separator = "__";

// The version in `V1.2__name`, if it is one.
std::optional<Version> version_in(const std::string& stem) {
  const auto end = stem.find(separator);
  if (!stem.starts_with('V') || end == stem.npos || end == 1) return std::nullopt;
  const std::string text = stem.substr(1, end - 1);
  if (text.find_first_not_of("0123456789._") != text.npos || leading_digits(text).empty())
    return std::nullopt;
  return version_of(text);
}

bool is_repeatable(const std::string& stem) {
  return stem.starts_with("R__");
}

bool is_undo(const std::string& stem) {
  return stem.starts_with('U') && version_in("V" + stem.substr(1)).has_value();
}

bool is_baseline(const std::string& stem) {
  return stem.starts_with('B') && version_in("V" + stem.substr(1)).has_value();
}

// Names as ${name}, each once.
void require_no_placeholders(const fs::path& file, const std::string& text) {
  std::vector<std::string> names;
  unsigned first = 0;
  for (const Line& line : lines_of(text)) {
    for (auto at = line.text.find("${"); at != line.text.npos; at = line.text.find("${", at + 1)) {
      const auto end = line.text.find('}', at);
      if (end == line.text.npos) break;
      std::string name{line.text.substr(at, end + 1 - at)};
      if (names.empty()) first = line.number;
      if (std::ranges::find(names, name) == names.end()) names.push_back(std::move(name));
    }
  }
  if (names.empty()) return;
  std::string list;
  for (const std::string& name : names) list += (list.empty() ? "" : ", ") + name;
  throw ScriptError{{file.string(), first, 1},
                    "Flyway puts values in the place of " + list +
                        ", which are not known here: take a copy of the folder and put the values "
                        "there"};
}

Script read(const fs::path& file) {
  Script script{.name = file.filename().string(),
                .path = file,
                .first_line = 1,
                .sql = text_of(file),
                .in_transaction = true};
  require_no_placeholders(file, script.sql);
  return script;
}

// What Flyway is told of one script.
bool is_settings(const fs::path& file) {
  return file.extension() == ".conf" && file.stem().extension() == ".sql";
}

bool is_program(const fs::path& file) {
  constexpr std::array languages = {".java", ".kt", ".groovy", ".scala", ".py", ".sh", ".ps1"};
  return std::ranges::find(languages, file.extension()) != languages.end();
}

}  // namespace

ScriptFolder read_flyway(const fs::path& folder) {
  ScriptFolder scripts{.tool = Tool::flyway, .scripts = {}, .not_run = {}};
  std::vector<VersionedScript> versioned;
  std::vector<Script> repeatable;
  for (const fs::path& file : files_below(folder)) {
    const std::string stem = file.stem().string();
    const auto version = version_in(stem);
    if ((version || is_repeatable(stem)) && is_program(file))
      throw ScriptError{{file.string()},
                        "is a migration that is a program, which cannot be run here: take a copy "
                        "of the folder and write what it does as SQL there"};
    if (is_settings(file)) continue;
    if (file.extension() != ".sql") {
      scripts.not_run.push_back(file.filename().string());
      continue;
    }
    if (is_undo(stem)) continue;
    if (is_baseline(stem))
      throw ScriptError{{file.string()},
                        "is a baseline migration, which stands for those up to its version: take a "
                        "copy of the folder without it, or without what it stands for"};
    if (version)
      versioned.push_back({*version, read(file)});
    else if (is_repeatable(stem))
      repeatable.push_back(read(file));
    else
      scripts.not_run.push_back(file.filename().string());
  }
  scripts.scripts = in_order(std::move(versioned));
  std::ranges::sort(repeatable, {}, &Script::name);
  const auto twice = std::ranges::adjacent_find(repeatable, {}, &Script::name);
  if (twice != repeatable.end())
    throw ScriptError{{std::next(twice)->path.string()}, "is called like " + twice->path.string()};
  std::ranges::move(repeatable, std::back_inserter(scripts.scripts));
  return scripts;
}

}  // namespace tenon::scripts
