#include <fmt/format.h>

#include <tenon/history/check_parts.hpp>
#include <tenon/history/migration_json.hpp>

#include <map>

namespace tenon::checking {

std::vector<Diagnostic> check_chain(const History& history) {
  std::vector<Diagnostic> findings;
  const auto report = [&](const Migration& migration, std::string rule, std::string message,
                          std::string note) {
    findings.push_back(history.finding(migration.id, "changes.json", 1, std::move(rule),
                                       std::move(message), {std::move(note)}));
  };
  std::map<std::string, std::string> child_of;
  const Migration* previous = nullptr;
  for (const Migration& migration : history.migrations) {
    const std::string& id = migration.id;
    const std::string parent = migration.parent.value_or("");
    const auto [sibling, is_first] = child_of.emplace(parent, id);
    const std::string after = parent.empty() ? "an empty database" : parent;
    const unsigned long position = previous ? position_of(previous->id) + 1 : 1;
    if (!is_first)
      report(migration, "tenon-two-heads",
             fmt::format("two heads: {} and {} both follow {}", sibling->second, id, after),
             "keep one as it is, delete the folder of the other and make it anew on top: its "
             "backfill zones are the only part that is written by hand");
    else if (parent != (previous ? previous->id : ""))
      report(migration, "tenon-gap",
             fmt::format("a gap in the chain: {} follows {}, which is not there", id, after),
             fmt::format("the migration before it here is {}; bring the missing folder back from "
                         "version control",
                         previous ? previous->id : "none"));
    else if (position_of(id) != position)
      report(migration, "tenon-gap",
             fmt::format("a gap in the chain: {} stands at position {}", id, position),
             "a migration's folder is named by its date, its position in the chain and its slug");
    if (migration.baseline && migration.parent)
      report(
          migration, "tenon-baseline",
          fmt::format("a baseline that is not the first migration: {} follows {}", id, parent),
          "a baseline is what databases had before their first migration; take \"baseline\": true "
          "out of changes.json");
    previous = &migration;
  }
  return findings;
}

}  // namespace tenon::checking
