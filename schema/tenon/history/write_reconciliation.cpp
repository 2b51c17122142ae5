// From changes to steps, and from these to the files.
#include <fmt/format.h>

#include <tenon/diff/apply.hpp>
#include <tenon/diff/describe.hpp>
#include <tenon/diff/made_renames.hpp>
#include <tenon/diff/renamed_model.hpp>
#include <tenon/history/author.hpp>
#include <tenon/history/migration_json.hpp>
#include <tenon/history/model_json.hpp>
#include <tenon/history/reconciliation_sql.hpp>
#include <tenon/history/sql_text.hpp>
#include <tenon/history/write_reconciliation.hpp>
#include <tenon/model/lookup.hpp>
#include <tenon/model/type_text.hpp>
#include <tenon/sql/render.hpp>

#include <algorithm>
#include <utility>

namespace tenon {
namespace {

Model applied(Model model, const Changes& changes) {
  for (const Change& change : changes) apply(model, change);
  return model;
}

/// What a step of a plan becomes here.
class StepMaker {
 public:
  StepMaker(const Model& after, std::span<const Fill> fills) : after_{after}, fills_{fills} {}

  std::vector<ReconcileStep> steps{};

  void operator()(const Change& change) {
    if (const auto* type = std::get_if<AlterColumnType>(&change)) require_labels(*type);
    steps.emplace_back(PlannedChange{change});
  }
  void operator()(const Backfill& step) {
    for (const Fill& fill : fills_)
      if (fill.table == step.table && fill.column == step.column) steps.emplace_back(fill);
  }
  void operator()(const RequireLabelsUnused& step) { steps.emplace_back(step); }
  void operator()(const RenameAside& step) { steps.emplace_back(step); }

 private:
  void require_labels(const AlterColumnType& change) {
    const auto name = parse_type(change.to_type);
    if (!name || !name->rest.empty() || !is_text(change.from_type)) return;
    if (const EnumType* type = find(after_.enums, name->name); type && !type->labels.empty())
      steps.emplace_back(RequireLabels{change.table, change.column, type->name, type->labels});
  }

  static bool is_text(const std::string& type) {
    const std::string plain = without_modifiers(type);
    return plain == "text" || plain == "character varying";
  }

  const Model& after_;
  std::span<const Fill> fills_;
};

}  // namespace

std::vector<ReconcileStep> reconcile_steps(const Model& seen, const Changes& changes,
                                           std::span<const Fill> fills) {
  const Model after = applied(seen, changes);
  StepMaker maker{after, fills};
  for (const Step& step : make_plan(seen, after, changes).steps) std::visit(maker, step.action);
  return std::move(maker.steps);
}

Changes in_one_transaction(const Model& seen, Changes changes) {
  const auto adds_label = [](const Change& change) {
    return std::holds_alternative<AddEnumLabel>(change);
  };
  if (std::ranges::all_of(changes, adds_label)) return changes;
  const Model before = with_renames(seen, changes);
  const Model after = applied(seen, changes);
  Changes result;
  for (const Change& change : changes) {
    const auto* label = std::get_if<AddEnumLabel>(&change);
    if (label == nullptr) {
      result.push_back(change);
      continue;
    }
    const auto is_same_type = [&](const Change& other) {
      const auto* replaced = std::get_if<ReplaceEnumLabels>(&other);
      return replaced != nullptr && replaced->type == label->type;
    };
    if (std::ranges::none_of(result, is_same_type))
      result.emplace_back(ReplaceEnumLabels{label->type, find(before.enums, label->type)->labels,
                                            find(after.enums, label->type)->labels});
  }
  return result;
}

std::vector<Loss> losses_of(const Reconciliation& reconciliation) {
  Changes changes;
  for (const ReconcileStep& step : reconciliation.steps)
    if (const auto* planned = std::get_if<PlannedChange>(&step)) changes.push_back(planned->change);
  std::vector<Loss> losses;
  for (const Change& change : changes)
    if (loses_data(change))
      losses.push_back({name_before(subject(change), changes), sql::render(change).front()});
  return losses;
}

Migration write_reconciliation(Reconciliation reconciliation, const Head& head,
                               const std::string& date, const std::optional<std::string>& parent,
                               const std::string& slug) {
  Migration migration;
  const unsigned long position = parent ? position_of(*parent) + 1 : 1;
  migration.id = fmt::format("{}_{:06}_{}", date, position, slug);
  migration.parent = parent;
  migration.generator = generator_version();
  migration.up_sql = render_up(reconciliation);
  migration.down_sql = render_down(reconciliation);
  migration.up_digest = token_digest(migration.up_sql);
  migration.down_digest = token_digest(migration.down_sql);
  migration.model_digest = model_digest(head.model);
  for (Loss& loss : losses_of(reconciliation))
    migration.acknowledged.push_back(std::move(loss.object));
  migration.reconciliation = std::move(reconciliation);
  return migration;
}

}  // namespace tenon
