// https://sqitch.org/docs/manual/sqitch/ and https://sqitch.org/docs/manual/sqitch-rework/
#include "scripts/readers.hpp"
#include "scripts/script_files.hpp"

#include <algorithm>
#include <regex>

namespace tenon::scripts {
namespace {

namespace fs = std::filesystem;

constexpr const char* plan_name = "sqitch.plan";

struct PlannedChange {
  std::string name;
  unsigned line = 0;
  /// Those that stand behind it, before the next change.
  std::vector<std::string> tags{};
};

// `name [needed !conflicting] 2026-01-31T12:00:00Z Name <address>`
const std::regex& change_form() {
  static const std::regex form{R"((\S+)(\s+\[[^\]]*\])?\s+\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ\s+\S.*)"};
  return form;
}

std::vector<PlannedChange> read_plan(const fs::path& plan) {
  std::vector<PlannedChange> changes;
  const std::string text = text_of(plan);
  for (const Line& line : lines_of(text)) {
    const auto fail = [&](const std::string& what) {
      throw ScriptError{{plan.string(), line.number, 1}, what};
    };
    // What stands behind # is a note.
    std::string entry{line.text.substr(0, line.text.find('#'))};
    if (entry.starts_with('%') || entry.find_first_not_of(" \t") == entry.npos) continue;
    if (entry.starts_with('-')) fail("takes a change back, which is read nowhere: take it out");
    if (entry.starts_with('+')) entry.erase(0, 1);
    std::smatch parts;
    if (!std::regex_match(entry, parts, change_form()))
      fail("is no line of a plan: 'name [needs] 2026-01-31T12:00:00Z Name <address>' was expected");
    const std::string name = parts[1];
    if (!name.starts_with('@'))
      changes.push_back({name, line.number});
    else if (changes.empty())
      fail("is a tag of no change");
    else
      changes.back().tags.push_back(name);
  }
  return changes;
}

// Of a change that was reworked: the first that is there, of the tags between it and its next turn,
// the last one first.
fs::path script_of(const std::vector<PlannedChange>& changes, std::size_t index,
                   const fs::path& plan) {
  const PlannedChange& change = changes[index];
  const fs::path deploy = plan.parent_path() / "deploy";
  const auto next =
      std::find_if(changes.begin() + static_cast<std::ptrdiff_t>(index) + 1, changes.end(),
                   [&](const PlannedChange& other) { return other.name == change.name; });
  if (next == changes.end()) return deploy / (change.name + ".sql");
  std::vector<std::string> tags;
  for (auto it = changes.begin() + static_cast<std::ptrdiff_t>(index); it != next; ++it)
    tags.insert(tags.end(), it->tags.begin(), it->tags.end());
  if (tags.empty())
    throw ScriptError{{plan.string(), next->line, 1},
                      change.name + " is planned in line " + std::to_string(change.line) +
                          " already, and there is no tag in between"};
  std::ranges::reverse(tags);
  for (const std::string& tag : tags)
    if (const fs::path file = deploy / (change.name + tag + ".sql"); fs::exists(file)) return file;
  return deploy / (change.name + tags.front() + ".sql");
}

}  // namespace

ScriptFolder read_sqitch(const fs::path& folder) {
  const fs::path plan = folder / plan_name;
  if (!fs::exists(plan))
    throw ScriptError{{folder.string()}, "has no sqitch.plan: name the folder that has it"};
  const std::vector<PlannedChange> changes = read_plan(plan);
  ScriptFolder scripts{.tool = Tool::sqitch, .scripts = {}, .not_run = {}};
  for (std::size_t i = 0; i < changes.size(); ++i) {
    const fs::path file = script_of(changes, i, plan);
    if (!fs::exists(file))
      throw ScriptError{{plan.string(), changes[i].line, 1},
                        "there is no " + file.string() + " for " + changes[i].name};
    scripts.scripts.push_back({.name = file.lexically_relative(plan.parent_path()).string(),
                               .path = file,
                               .first_line = 1,
                               .sql = text_of(file),
                               .in_transaction = false});
  }
  return scripts;
}

}  // namespace tenon::scripts
