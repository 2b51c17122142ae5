// Whose scripts they are, and which reader reads them.
#include "scripts/script_folder.hpp"

#include "scripts/readers.hpp"
#include "scripts/script_files.hpp"

#include <algorithm>
#include <array>
#include <regex>
#include <string_view>
#include <utility>

namespace tenon::scripts {
namespace {

namespace fs = std::filesystem;

using Reader = ScriptFolder (*)(const fs::path&);

struct KnownTool {
  Tool tool;
  const char* name;
  std::string_view prefix;
  Reader read;
  const char* scripts_are;
};

// In the order of Tool.
constexpr std::array tools = {
    KnownTool{Tool::plain_sql, "plain SQL", "sql:", read_plain, "*.sql"},
    KnownTool{Tool::flyway, "Flyway", "flyway:", read_flyway, "V1__name.sql"},
    KnownTool{Tool::dbmate, "dbmate", "dbmate:", read_dbmate, "1_name.sql"},
    KnownTool{Tool::goose, "goose", "goose:", read_goose, "1_name.sql"},
    KnownTool{Tool::golang_migrate, "golang-migrate", "golang-migrate:", read_golang_migrate,
              "1_name.up.sql"},
    KnownTool{Tool::sqitch, "Sqitch", "sqitch:", read_sqitch, "the changes of sqitch.plan"},
    KnownTool{Tool::alembic, "Alembic", "alembic:", read_alembic, "*.sql"},
};

constexpr std::string_view any_prefix = "scripts:";

const KnownTool& known(Tool tool) {
  return tools.at(static_cast<std::size_t>(tool));
}

struct Sign {
  Tool tool;
  fs::path file;
};

bool has_comment(const fs::path& file, std::string_view said) {
  const std::string text = text_of(file);
  return std::ranges::any_of(
      lines_of(text), [said](const Line& line) { return words_after(line, said).has_value(); });
}

bool is_named(const fs::path& file, const std::regex& form) {
  return std::regex_match(file.filename().string(), form);
}

// One sign is enough for each tool.
std::vector<Sign> signs_in(const fs::path& folder) {
  static const std::regex flyway{R"((V\d[\d._]*|R)__.*\.sql)"};
  static const std::regex golang_migrate{R"(\d+_.*\.up\.sql)"};
  const std::vector<fs::path> below = files_below(folder);
  const std::vector<fs::path> here = files_in(folder).sql;
  std::vector<Sign> signs;
  const auto look = [&signs](Tool tool, const std::vector<fs::path>& files, auto is_sign) {
    const auto found = std::ranges::find_if(files, is_sign);
    if (found != files.end()) signs.push_back({tool, *found});
  };
  const auto says = [](std::string_view mark) {
    return [mark](const fs::path& file) { return has_comment(file, mark); };
  };
  if (fs::exists(folder / "sqitch.plan")) signs.push_back({Tool::sqitch, folder / "sqitch.plan"});
  look(Tool::flyway, below, [](const fs::path& file) { return is_named(file, flyway); });
  look(Tool::golang_migrate, here,
       [](const fs::path& file) { return is_named(file, golang_migrate); });
  look(Tool::dbmate, here, says("migrate:up"));
  look(Tool::goose, here, says("+goose Up"));
  look(Tool::alembic, here, says("Running upgrade"));
  return signs;
}

Tool tool_of(const fs::path& path) {
  if (fs::is_regular_file(path))
    return has_comment(path, "Running upgrade") ? Tool::alembic : Tool::plain_sql;
  const std::vector<Sign> signs = signs_in(path);
  if (signs.empty()) return Tool::plain_sql;
  if (signs.size() == 1) return signs.front().tool;
  std::string list;
  std::string choices;
  for (const Sign& sign : signs) {
    list += (list.empty() ? "" : " and ") + std::string{"of "} + name_of(sign.tool) + " (" +
            sign.file.lexically_relative(path).string() + ")";
    choices +=
        (choices.empty() ? "" : " or ") + std::string{known(sign.tool).prefix} + path.string();
  }
  throw UnclearTool{{path.string()}, "has scripts " + list + "; say " + choices};
}

}  // namespace

const char* name_of(Tool tool) {
  return known(tool).name;
}

std::optional<ScriptPlace> script_place(const std::string& source) {
  if (source.starts_with(any_prefix))
    return ScriptPlace{std::nullopt, source.substr(any_prefix.size())};
  for (const KnownTool& tool : tools)
    if (source.starts_with(tool.prefix))
      return ScriptPlace{tool.tool, source.substr(tool.prefix.size())};
  return std::nullopt;
}

ScriptFolder read_script_folder(const ScriptPlace& place) {
  // A name with a slash at the end would not be the parent of its files.
  fs::path path = (place.path / "").lexically_normal().parent_path();
  if (path.empty()) path = ".";
  if (!fs::exists(path)) throw ScriptError{{path.string()}, "there is no such folder"};
  const KnownTool& tool = known(place.tool ? *place.tool : tool_of(path));
  ScriptFolder folder = tool.read(path);
  if (folder.scripts.empty())
    throw ScriptError{
        {path.string()},
        std::string{"has no scripts of "} + tool.name + ": " + tool.scripts_are + " was expected"};
  return folder;
}

}  // namespace tenon::scripts
