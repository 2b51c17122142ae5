#include "reconcile_plan.hpp"

#include "reconcile_names.hpp"

#include <fmt/format.h>

#include <tenon/diff/describe.hpp>
#include <tenon/diff/diff.hpp>
#include <tenon/model/column_use.hpp>
#include <tenon/plan/plan.hpp>
#include <tenon/runtime/compared_catalogs.hpp>
#include <tenon/runtime/drift_rules.hpp>
#include <tenon/sql/render.hpp>

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <utility>
#include <variant>

namespace tenon::cli {
namespace {

using Why = LeftAsIs::Why;
using ColumnName = std::pair<QualifiedName, std::string>;

template <class... Kinds>
bool is_one_of(const Change& change) {
  return (std::holds_alternative<Kinds>(change) || ...);
}

bool drops_object(const Change& change) {
  return is_one_of<DropTable, DropColumn, DropEnum, DropSchema, DropDefinition>(change);
}

/// Rows, values, or code that nothing could make again.
bool is_destructive(const Change& change) {
  return loses_data(change) || drops_object(change);
}

bool is_ignored(const Change& change, const std::vector<IgnoredObject>& ignored) {
  if (!drift_rule(change).is_drift) return true;
  const std::string object = describe(subject(change));
  return std::ranges::any_of(ignored,
                             [&](const IgnoredObject& one) { return is_ignored_as(object, one); });
}

/// The columns that go when all of `changes` are made.
std::set<ColumnName> dropped_columns(const Changes& changes) {
  std::set<ColumnName> columns;
  for (const Change& change : changes)
    if (const auto* drop = std::get_if<DropColumn>(&change))
      columns.emplace(drop->table, drop->column.name);
  return columns;
}

/// Whether the change takes a constraint or an index from one of `columns`.
bool concerns(const Change& change, const std::set<ColumnName>& columns) {
  const auto uses = [&](const QualifiedName& table, const auto& object) {
    return std::ranges::any_of(columns, [&](const ColumnName& column) {
      return column.first == table &&
             (lists_column(object, column.second) || expression_mentions(object, column.second));
    });
  };
  if (const auto* constraint = std::get_if<DropConstraint>(&change))
    return uses(constraint->table, constraint->constraint);
  if (const auto* index = std::get_if<DropIndex>(&change)) return uses(index->table, index->index);
  return false;
}

/// The tables and columns that stay or come, to see whether one may be another.
struct OneSided {
  std::vector<ObjectName> stay;
  std::vector<ObjectName> come;
};

/// Where one alone stays and one alone comes, a person may have forgotten a rename.
void add_hint(const OneSided& sides, ReconcilePlan& plan) {
  if (sides.stay.size() != 1 || sides.come.size() != 1) return;
  const ObjectName& old = sides.stay.front();
  const ObjectName& come = sides.come.front();
  plan.notes.push_back(
      fmt::format("{} stays, and {} is made anew; if it is the same under another name: {}",
                  describe(old), describe(come), rename_option(old, come, plan.changes)));
}

void add_hints(ReconcilePlan& plan, const Changes& left) {
  OneSided tables;
  std::map<QualifiedName, OneSided> columns;
  for (const Change& change : left) {
    if (std::holds_alternative<DropTable>(change)) tables.stay.push_back(subject(change));
    if (const auto* drop = std::get_if<DropColumn>(&change))
      columns[drop->table].stay.push_back(subject(change));
  }
  for (const Change& change : plan.changes) {
    if (std::holds_alternative<CreateTable>(change)) tables.come.push_back(subject(change));
    if (const auto* added = std::get_if<AddColumn>(&change))
      columns[added->table].come.push_back(subject(change));
  }
  add_hint(tables, plan);
  for (const auto& [table, sides] : columns) add_hint(sides, plan);
}

}  // namespace

ReconcilePlan plan_reconciliation(const Model& seen, const Model& expected,
                                  const ReconcileDecisions& decisions) {
  const Changes all = diff(seen, expected, decisions.intents);
  ReconcilePlan plan;
  Changes left;
  for (const Change& change : all) {
    if (is_ignored(change, decisions.ignored) ||
        (is_destructive(change) && !is_named(decisions.allowed, subject(change))))
      left.push_back(change);
    else
      plan.changes.push_back(change);
  }
  const std::set<ColumnName> kept = dropped_columns(left);
  Changes destructive;
  for (const Change& change : left) {
    if (is_ignored(change, decisions.ignored)) continue;
    destructive.push_back(change);
    plan.stays.push_back({drops_object(change) ? Why::only_in_database : Why::loses_values,
                          describe(subject(change)), describe(change), sql::render(change),
                          change});
  }
  for (std::size_t i = plan.changes.size(); i-- > 0;)
    if (concerns(plan.changes[i], kept)) leave(plan, i, Why::belongs_to_what_stays);
  // Labels have both of theirs in one change, which is made; what is ignored is decided.
  Changes open = destructive;
  std::ranges::copy(plan.changes, std::back_inserter(open));
  plan.undecided = rename_candidates(open);
  std::erase_if(plan.undecided, [](const RenameCandidate& one) { return !one.gone_label.empty(); });
  std::erase_if(plan.undecided,
                [&](const RenameCandidate& one) { return is_named(decisions.allowed, one.gone); });
  if (plan.undecided.empty()) add_hints(plan, destructive);
  return plan;
}

bool is_left(const CatalogFinding& finding, const LeftAsIs& left) {
  if (finding.object != left.object || finding.change.has_value() != left.change.has_value())
    return false;
  if (!left.change) return true;
  if (finding.change->index() != left.change->index()) return false;
  const auto* property = std::get_if<AlterProperty>(&*left.change);
  if (property == nullptr) return true;
  const auto& found = std::get<AlterProperty>(*finding.change);
  return found.kind == property->kind && found.key == property->key;
}

void leave(ReconcilePlan& plan, std::size_t change, LeftAsIs::Why why) {
  const auto at = plan.changes.begin() + static_cast<std::ptrdiff_t>(change);
  plan.stays.push_back({why, describe(subject(*at)), describe(*at), sql::render(*at), *at});
  plan.changes.erase(at);
}

}  // namespace tenon::cli
