#include <fmt/format.h>

#include <tenon/history/branches.hpp>
#include <tenon/history/check_parts.hpp>
#include <tenon/history/migration_json.hpp>
#include <tenon/history/replaced.hpp>
#include <tenon/history/shell_word.hpp>

#include <map>
#include <string_view>

namespace tenon::checking {
namespace {

class ChainChecker {
 public:
  explicit ChainChecker(const History& history) : history_{history} {
    by_name_.emplace("", nullptr);
  }

  std::vector<Diagnostic> all() {
    for (const Migration& migration : history_.migrations) {
      check_replaced(migration);
      const auto parent = by_name_.find(migration.parent.value_or(""));
      if (parent == by_name_.end())
        report_gap(migration);
      else
        check_place(migration, parent->second);
      check_baseline(migration);
      for (const std::string_view name : names_as_parent(migration))
        by_name_.emplace(name, &migration);
      previous_ = &migration;
    }
    return std::move(findings_);
  }

 private:
  static std::string after(const Migration& migration) {
    return migration.parent.value_or("an empty database");
  }

  void check_place(const Migration& migration, const Migration* parent) {
    const std::string& id = migration.id;
    const auto [sibling, is_first] = child_of_.emplace(parent, &migration);
    const unsigned long position = (parent == nullptr ? 0 : position_of(parent->id)) +
                                   static_cast<unsigned long>(places_of(migration));
    if (!is_first)
      report(migration, "tenon-two-heads",
             fmt::format("two heads: {} and {} both follow {}", sibling->second->id, id,
                         after(migration)),
             {"the head that stays is the one that others have run; the other branch is written "
              "anew on top of it by: tenon rebase --onto HEAD --migrations " +
                  shell_word(history_.folder.string()),
              way_back_before_rebase(migration.parent, history_.folder)});
    else if (position_of(id) != position)
      report(migration, "tenon-gap",
             fmt::format("a gap in the chain: {} stands at position {}", id, position),
             {"a migration's folder is named by its date, its position in the chain and its slug"});
  }

  void report_gap(const Migration& migration) {
    const Migration* squash = squash_of(after(migration), history_.migrations);
    report(migration, "tenon-gap",
           fmt::format("a gap in the chain: {} follows {}, which is not there", migration.id,
                       after(migration)),
           {squash ? fmt::format("{} replaces it together with later ones; bring what it replaces "
                                 "back from version control, delete the squash, run tenon rebase, "
                                 "and squash again",
                                 squash->id)
                   : fmt::format("the migration before it here is {}; bring the missing folder "
                                 "back from version control",
                                 previous_ ? previous_->id : "none")});
  }

  void check_replaced(const Migration& migration) {
    for_each_replaced(migration.replaces, [&](const Replaced& replaced) {
      for (const Migration& other : history_.migrations)
        if (other.id == replaced.id)
          report(migration, "tenon-squash",
                 fmt::format("{} replaces {}, which is still there", migration.id, other.id),
                 {"delete the folder of what is replaced, or, to keep it, that of the squash"});
    });
  }

  void check_baseline(const Migration& migration) {
    if (!migration.baseline || !migration.parent) return;
    report(migration, "tenon-baseline",
           fmt::format("a baseline that is not the first migration: {} follows {}", migration.id,
                       *migration.parent),
           {"a baseline is what databases had before their first migration; take \"baseline\": "
            "true out of changes.json"});
  }

  void report(const Migration& migration, std::string rule, std::string message,
              std::vector<std::string> notes) {
    findings_.push_back(history_.finding(migration.id, "changes.json", 1, std::move(rule),
                                         std::move(message), std::move(notes)));
  }

  const History& history_;
  std::vector<Diagnostic> findings_;
  // By whatever a later one may call it; nothing comes before the first.
  std::map<std::string_view, const Migration*> by_name_;
  std::map<const Migration*, const Migration*> child_of_;
  const Migration* previous_ = nullptr;
};

}  // namespace

std::vector<Diagnostic> check_chain(const History& history) {
  return ChainChecker{history}.all();
}

}  // namespace tenon::checking
