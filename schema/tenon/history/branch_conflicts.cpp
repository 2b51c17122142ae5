#include <fmt/format.h>

#include <tenon/diff/change_table.hpp>
#include <tenon/diff/describe.hpp>
#include <tenon/diff/parents.hpp>
#include <tenon/history/branch_conflicts.hpp>
#include <tenon/history/check_parts.hpp>
#include <tenon/history/fold.hpp>
#include <tenon/history/footprint.hpp>
#include <tenon/history/model_json.hpp>

#include <set>
#include <string>
#include <tuple>

namespace tenon {
namespace {

struct Made {
  const Migration* migration;
  const Change* change;
  Footprint footprint;
};

// With what mends a database that drifted, which may do to an object what the other branch does.
std::vector<Made> made_by(std::span<const Migration> migrations) {
  std::vector<Made> made;
  for (const Migration& migration : migrations) {
    const auto add = [&](const Change& change) {
      made.push_back({&migration, &change, footprint_of(change)});
    };
    for (const Change& change : migration.changes) add(change);
    if (!migration.reconciliation) continue;
    for (const ReconcileStep& step : migration.reconciliation->steps)
      if (const auto* planned = std::get_if<PlannedChange>(&step)) add(planned->change);
  }
  return made;
}

std::string said_of(const Made& made) {
  return fmt::format("{}: {}: {}", made.migration->id, describe(subject(*made.change)),
                     describe(*made.change));
}

std::string way_out(const Made& local, bool is_same) {
  if (local.migration->reconciliation)
    return fmt::format(
        "delete the folder {}; once the database has run the other branch, what is still otherwise "
        "in it is written anew with tenon reconcile",
        local.migration->id);
  const std::string anew = fmt::format(
      "delete the folder {} and write its migration anew with tenon new once the structs say what "
      "is meant",
      local.migration->id);
  return is_same ? "both make the same change: " + anew + "; it has then what is still missing"
                 : anew + "; its backfill zones are the only part that is written by hand";
}

// The Model after the shared migrations and `branch`.
Model model_after(const Branches& branches, std::span<const Migration> branch) {
  Head head = fold(branches.shared);
  for (const Migration& migration : branch) advance(head, migration);
  return std::move(head.model);
}

/// What a table's parents give to it: children that only the other branch has would lack it.
class NewChildren {
 public:
  NewChildren(const Model& before, const Model& after) : before_{parents_in(before)} {
    for (const auto& [child, parents] : parents_in(after))
      if (!before_.contains(child))
        children_.emplace(child, ancestors_of(child, parents_in(after)));
  }

  /// A table that became a child of the one that `change` is about.
  [[nodiscard]] const QualifiedName* below(const Change& change) const {
    const QualifiedName* table = table_of(change);
    if (table == nullptr || std::holds_alternative<CreateTable>(change)) return nullptr;
    for (const auto& [child, ancestors] : children_)
      if (is_among(ancestors, *table)) return &child;
    return nullptr;
  }

 private:
  Parents before_;
  std::map<QualifiedName, std::vector<std::string>> children_;
};

class Comparison {
 public:
  Comparison(const Branches& branches, const std::filesystem::path& folder)
      : branches_{branches},
        history_{branches.local, folder},
        staying_{made_by(branches.staying)},
        local_{made_by(branches.local)} {}

  std::vector<Diagnostic> all() {
    for (const Made& ours : local_)
      for (const Made& theirs : staying_)
        if (const auto object = common_object(ours.footprint, theirs.footprint))
          report(describe(*object), ours, theirs);
    const Model shared = model_after(branches_, {});
    find_children(local_, staying_, NewChildren{shared, model_after(branches_, branches_.staying)},
                  false);
    find_children(staying_, local_, NewChildren{shared, model_after(branches_, branches_.local)},
                  true);
    return std::move(findings_);
  }

 private:
  // One branch changes a table, the other one gives it a child.
  void find_children(const std::vector<Made>& changing, const std::vector<Made>& adding,
                     const NewChildren& children, bool is_local_adding) {
    for (const Made& change : changing) {
      const QualifiedName* child = children.below(*change.change);
      if (child == nullptr) continue;
      for (const Made& addition : adding) {
        const QualifiedName* table = table_of(*addition.change);
        if (table == nullptr || *table != *child) continue;
        report(describe(ObjectName{ObjectKind::table, *child, ""}),
               is_local_adding ? addition : change, is_local_adding ? change : addition);
        break;
      }
    }
  }

  void report(const std::string& object, const Made& ours, const Made& theirs) {
    if (!told_.emplace(object, ours.migration->id, theirs.migration->id).second) return;
    const bool is_same = to_json(*ours.change) == to_json(*theirs.change);
    findings_.push_back(history_.finding(
        ours.migration->id, "changes.json", 1, "tenon-rebase-conflict",
        fmt::format("{}: {} and {} {}", object, theirs.migration->id, ours.migration->id,
                    is_same ? "both make the same change" : "cannot both be made as they are"),
        {said_of(theirs), said_of(ours), way_out(ours, is_same)}));
  }

  const Branches& branches_;
  checking::History history_;
  std::vector<Made> staying_;
  std::vector<Made> local_;
  std::vector<Diagnostic> findings_;
  std::set<std::tuple<std::string, std::string, std::string>> told_;
};

}  // namespace

std::vector<Diagnostic> conflicts(const Branches& branches, const std::filesystem::path& folder) {
  return Comparison{branches, folder}.all();
}

}  // namespace tenon
