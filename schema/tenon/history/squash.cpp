#include <fmt/format.h>

#include <tenon/diff/diff.hpp>
#include <tenon/diff/index_changes.hpp>
#include <tenon/history/author.hpp>
#include <tenon/history/composed_intents.hpp>
#include <tenon/history/fold.hpp>
#include <tenon/history/migration_json.hpp>
#include <tenon/history/model_json.hpp>
#include <tenon/history/replaced.hpp>
#include <tenon/history/sql_text.hpp>
#include <tenon/history/squash.hpp>
#include <tenon/plan/concurrently.hpp>

#include <algorithm>
#include <ranges>
#include <set>
#include <stdexcept>

namespace tenon {
namespace {

// Indexes that one of them makes without blocking writes are made so, where that is still possible.
Changes with_their_builds(std::span<const Migration> migrations, const Model& from, const Model& to,
                          Changes changes) {
  std::set<std::string> concurrent;
  for (const Migration& migration : migrations)
    for_each_index_change(migration.changes, [&](const auto& change) {
      if (change.concurrently) concurrent.insert(change.index.name);
    });
  if (concurrent.empty()) return changes;
  for_each_index_change(
      changes, [&](auto& change) { change.concurrently = concurrent.contains(change.index.name); });
  return concurrent_where_possible(from, to, std::move(changes));
}

}  // namespace

Migration squash(std::span<const Migration> chain, SquashRange range, const std::string& slug) {
  const auto squashed = chain.subspan(range.first, range.end - range.first);
  const Migration& last = squashed.back();
  const Head before = fold(chain.first(range.first));
  Head end = before;
  for (const Migration& migration : squashed) advance(end, migration);

  Migration result;
  result.changes = with_their_builds(squashed, before.model, end.model,
                                     diff(before.model, end.model, composed_intents(squashed)));
  Head after = before;
  result.id =
      fmt::format("{}_{:06}_{}", last.id.substr(0, last.id.find('_')), position_of(last.id), slug);
  advance(after, result);
  result.model_digest = model_digest(after.model);
  if (result.model_digest != last.model_digest)
    throw std::logic_error{"the changes of the squash do not lead to the schema after " + last.id};

  result.parent = squashed.front().parent;
  result.baseline = squashed.front().baseline;
  for (const Migration& migration : squashed) result.replaces.push_back(as_replaced(migration));
  result.generator = generator_version();
  result.printed_by = last.printed_by;
  result.up_sql = render_up(before.model, after.model, result.changes);
  result.down_sql = render_down(before.model, after.model, result.changes);
  result.up_digest = token_digest(take_apart(result.up_sql).generated);
  result.down_digest = token_digest(take_apart(result.down_sql).generated);
  for (Loss& loss : unacknowledged_losses(before.model, after.model, result.changes, {}))
    result.acknowledged.push_back(std::move(loss.object));
  return result;
}

std::vector<HandWritten> hand_written(std::span<const Migration> migrations) {
  std::vector<HandWritten> written;
  const auto add = [&written](const Migration& migration, std::string_view file,
                              const std::string& sql) {
    for (WrittenZone& zone : written_zones(sql))
      if (zone.has_statements()) written.push_back({migration.id, file, std::move(zone)});
  };
  for (const Migration& migration : migrations) add(migration, "up.sql", migration.up_sql);
  for (const Migration& migration : migrations | std::views::reverse)
    add(migration, "down.sql", migration.down_sql);
  return written;
}

void keep(Migration& squash, const HandWritten& written) {
  const bool is_up = written.file == "up.sql";
  std::string& sql = is_up ? squash.up_sql : squash.down_sql;
  if (put_zone(sql, written.zone, AtEnd::stays_by_its_statement)) return;
  if (is_up)
    append_zone(sql, written.zone);
  else
    prepend_zone(sql, written.zone);
}

}  // namespace tenon
