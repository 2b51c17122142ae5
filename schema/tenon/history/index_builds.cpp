// Asks for it first; the plan knows where it is possible.
#include <tenon/diff/index_changes.hpp>
#include <tenon/diff/made_renames.hpp>
#include <tenon/history/index_builds.hpp>
#include <tenon/plan/concurrently.hpp>

#include <set>
#include <string>
#include <utility>

namespace tenon {

Changes with_builds_of(const Changes& changes, const Model& from, const Model& to, Changes back) {
  std::set<std::pair<QualifiedName, std::string>> concurrent;
  for_each_index_change(changes, [&](const auto& change) {
    if (!change.concurrently) return;
    const ObjectName table{ObjectKind::table, change.table, ""};
    concurrent.emplace(name_before(table, changes).parent, change.index.name);
  });
  if (concurrent.empty()) return back;
  for_each_index_change(back, [&](auto& change) {
    change.concurrently = concurrent.contains({change.table, change.index.name});
  });
  return concurrent_where_possible(to, from, std::move(back));
}

}  // namespace tenon
