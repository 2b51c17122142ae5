#include "takeover_dumps.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <string_view>

namespace tenon::cli {
namespace {

using testing::DumpEntry;
using testing::SchemaDump;
using Lines = std::vector<std::string>;

Lines lines_of(const std::string& text) {
  const auto lines = testing::lines_of(text);
  return {lines.begin(), lines.end()};
}

// Of a list in parentheses, the last one has no comma.
Lines sorted_lines(const std::string& text) {
  Lines lines = lines_of(text);
  for (std::string& line : lines)
    if (line.ends_with(',')) line.pop_back();
  std::ranges::sort(lines);
  return lines;
}

Lines marked(char mark, const Lines& lines) {
  Lines all;
  all.reserve(lines.size());
  for (const std::string& line : lines) all.push_back(std::string{mark, ' '} + line);
  return all;
}

Lines joined(Lines some, const Lines& others) {
  some.insert(some.end(), others.begin(), others.end());
  return some;
}

Lines changed_lines(const std::string& before, const std::string& after) {
  const Lines old_lines = sorted_lines(before);
  const Lines new_lines = sorted_lines(after);
  // In another order, all of them are of interest.
  if (old_lines == new_lines || old_lines.empty() || new_lines.empty())
    return joined(marked('-', lines_of(before)), marked('+', lines_of(after)));
  Lines gone;
  Lines come;
  std::ranges::set_difference(old_lines, new_lines, std::back_inserter(gone));
  std::ranges::set_difference(new_lines, old_lines, std::back_inserter(come));
  return joined(marked('-', gone), marked('+', come));
}

void compare_entry(const std::string& name, const DumpEntry& before, const DumpEntry& after,
                   TakeoverDifferences& found) {
  constexpr std::string_view table = "table ";
  if (before.owner != after.owner)
    found.add("owner of " + name, {fmt::format("{} -> {}", before.owner, after.owner)});
  if (before.sql == after.sql) return;
  const bool is_order =
      name.starts_with(table) && sorted_lines(before.sql) == sorted_lines(after.sql);
  const bool may_be_secret = name.starts_with("subscription ") || name.starts_with("server ");
  found.add(is_order ? "column order of " + name.substr(table.size()) : name,
            may_be_secret ? Lines{"what it says is not shown: there may be a password in it"}
                          : changed_lines(before.sql, after.sql));
}

// The catalog names it, and its options hold a password.
bool is_said_by_catalog(const std::string& name) {
  return name.starts_with("user mapping ");
}

}  // namespace

void compare_dumps(const SchemaDump& before, const SchemaDump& after, TakeoverDifferences& found) {
  for (const auto& [name, entry] : before) {
    if (is_said_by_catalog(name)) continue;
    const auto other = after.find(name);
    compare_entry(name, entry, other == after.end() ? DumpEntry{{}, entry.owner} : other->second,
                  found);
  }
  for (const auto& [name, entry] : after)
    if (!before.contains(name)) compare_entry(name, {{}, entry.owner}, entry, found);
}

}  // namespace tenon::cli
