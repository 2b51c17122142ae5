// https://github.com/amacneil/dbmate#creating-migrations
#include "scripts/readers.hpp"
#include "scripts/script_files.hpp"
#include "scripts/version_order.hpp"

#include <algorithm>
#include <utility>

namespace tenon::scripts {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view up = "migrate:up";
constexpr std::string_view down = "migrate:down";

bool says_something(const Line& line) {
  return !line.text.empty() && !line.text.starts_with("--");
}

Script read(const fs::path& file) {
  const std::string text = text_of(file);
  const std::vector<Line> lines = lines_of(text);
  const auto begins = std::ranges::find_if(
      lines, [](const Line& line) { return words_after(line, up).has_value(); });
  if (begins == lines.end())
    throw ScriptError{{file.string()}, "has no line '-- migrate:up', which dbmate asks for"};
  const auto before = std::ranges::find_if(lines.begin(), begins, says_something);
  if (before != begins)
    throw ScriptError{{file.string(), before->number, 1},
                      "stands before the line '-- migrate:up', which dbmate refuses"};
  const auto ends = std::find_if(
      begins, lines.end(), [](const Line& line) { return words_after(line, down).has_value(); });
  const std::size_t end = ends == lines.end() ? text.size() : ends->begin;
  return {.name = file.filename().string(),
          .path = file,
          .first_line = begins->number,
          .sql = text.substr(begins->begin, end - begins->begin),
          .in_transaction = words_after(*begins, up) != "transaction:false"};
}

}  // namespace

ScriptFolder read_dbmate(const fs::path& folder) {
  FolderFiles files = files_in(folder);
  ScriptFolder scripts{.tool = Tool::dbmate, .scripts = {}, .not_run = std::move(files.others)};
  std::vector<VersionedScript> found;
  for (const fs::path& file : files.sql) {
    const std::string name = file.filename().string();
    const auto version = leading_digits(name);
    if (version.empty())
      scripts.not_run.push_back(name);
    else
      found.push_back({version_of(version), read(file)});
  }
  // dbmate's order is that of the names, letter by letter.
  scripts.scripts = in_order(std::move(found));
  std::ranges::sort(scripts.scripts, {}, &Script::name);
  return scripts;
}

}  // namespace tenon::scripts
