// Each local migration in turn: whether its changes still fit, then its plan and its text.
#include <fmt/format.h>

#include <tenon/diff/apply.hpp>
#include <tenon/history/author.hpp>
#include <tenon/history/branch_conflicts.hpp>
#include <tenon/history/check_parts.hpp>
#include <tenon/history/fold.hpp>
#include <tenon/history/migration_json.hpp>
#include <tenon/history/model_json.hpp>
#include <tenon/history/rebase.hpp>
#include <tenon/history/rendered_files.hpp>
#include <tenon/history/replaced.hpp>
#include <tenon/history/sql_text.hpp>
#include <tenon/history/zones.hpp>
#include <tenon/plan/concurrently.hpp>

#include <algorithm>
#include <iterator>
#include <utility>

namespace tenon {
namespace {

std::string slug_in(std::string_view id) {
  const auto date = id.find('_');
  const auto position = date == std::string_view::npos ? date : id.find('_', date + 1);
  return std::string{position == std::string_view::npos ? id : id.substr(position + 1)};
}

class Rebaser {
 public:
  Rebaser(const Branches& branches, const std::string& date, const std::filesystem::path& folder)
      : branches_{branches}, date_{date}, history_{branches.local, folder} {}

  Rebased all() {
    for (const Migration& migration : branches_.local) require_movable(migration);
    if (result_.findings.empty()) result_.findings = conflicts(branches_, history_.folder);
    if (!result_.findings.empty()) return std::move(result_);

    for (const auto* part : {&branches_.shared, &branches_.staying})
      for (const Migration& migration : *part) follow(migration);
    for (const Migration& migration : branches_.local)
      if (!add(migration)) break;
    if (!result_.findings.empty()) result_.migrations.clear();
    return std::move(result_);
  }

 private:
  void follow(const Migration& migration) {
    advance(head_, migration);
    parent_ = migration.id;
  }

  void require_movable(const Migration& migration) {
    if (migration.baseline)
      report(migration, "changes.json", "tenon-rebase",
             fmt::format("{} is a baseline, which can only be the first migration", migration.id),
             "let it stay, and rebase the other branch: tenon rebase --onto the head after it");
    if (!migration.replaces.empty())
      report(migration, "changes.json", "tenon-rebase",
             fmt::format("{} is a squash: databases that have run what it replaces know it by its "
                         "place",
                         migration.id),
             "let it stay, and rebase the other branch; or take the squash back by version control "
             "and squash again after the merge");
  }

  bool add(const Migration& old) {
    const Model before = head_.model;
    Migration migration = old;
    try {
      advance(head_, old);
    } catch (const ApplyError& error) {
      report(old, "changes.json", "tenon-rebase-conflict",
             fmt::format("the changes of {} do not fit the schema after {}", old.id, *parent_),
             error.what());
      return false;
    }
    migration.changes =
        concurrent_where_possible(before, head_.model, std::move(migration.changes));
    migration.id = fmt::format("{}_{:06}_{}", date_, position_of(*parent_) + 1, slug_in(old.id));
    migration.parent = std::exchange(parent_, migration.id);
    migration.generator = generator_version();
    migration.model_digest = model_digest(head_.model);
    RenderedFiles rendered = render_files(migration, before, head_.model);
    const bool is_kept =
        rewrite(old, "up.sql", migration.up_sql, migration.up_digest, std::move(rendered.up_sql)) &&
        rewrite(old, "down.sql", migration.down_sql, migration.down_digest,
                std::move(rendered.down_sql));
    result_.migrations.push_back(std::move(migration));
    return is_kept;
  }

  // What is written by hand stays where it was; so does the whole file where its plan is the same.
  bool rewrite(const Migration& old, std::string_view file, std::string& sql, std::string& digest,
               std::string rendered) {
    const std::string new_digest = token_digest(take_apart(rendered).generated);
    if (new_digest == std::exchange(digest, new_digest)) return true;
    for (const WrittenZone& zone : written_zones(sql)) {
      if (put_zone(rendered, zone, AtEnd::stays_there) || !zone.has_statements()) continue;
      report(
          old, file, "tenon-rebase-zone",
          fmt::format("a hand-written zone of {} of {} has no place in the new plan", file, old.id),
          "the statements around it are planned otherwise on top of the other branch; delete "
          "the folder, write the migration anew with tenon new, and copy the zone:\n" +
              zone.text);
      return false;
    }
    sql = std::move(rendered);
    return true;
  }

  void report(const Migration& migration, std::string_view file, std::string rule,
              std::string message, std::string note) {
    result_.findings.push_back(history_.finding(migration.id, file, 1, std::move(rule),
                                                std::move(message), {std::move(note)}));
  }

  const Branches& branches_;
  const std::string& date_;
  checking::History history_;
  Head head_;
  std::optional<std::string> parent_;
  Rebased result_;
};

}  // namespace

Branches branches_of(std::vector<Migration> staying, std::vector<Migration> local) {
  const auto [first, second] =
      std::ranges::mismatch(staying, local, {}, &Migration::id, &Migration::id);
  Branches branches;
  branches.staying.assign(std::move_iterator{first}, std::move_iterator{staying.end()});
  branches.local.assign(std::move_iterator{second}, std::move_iterator{local.end()});
  staying.erase(first, staying.end());
  branches.shared = std::move(staying);
  return branches;
}

Rebased rebase(const Branches& branches, const std::string& date,
               const std::filesystem::path& folder) {
  return Rebaser{branches, date, folder}.all();
}

}  // namespace tenon
