// Enum types: created, given labels, made anew, dropped.
#include <tenon/model/column_use.hpp>
#include <tenon/model/lookup.hpp>
#include <tenon/model/type_text.hpp>
#include <tenon/plan/casts.hpp>
#include <tenon/plan/defaults.hpp>
#include <tenon/plan/enum_rebuild.hpp>
#include <tenon/plan/inherited_changes.hpp>
#include <tenon/plan/parts.hpp>
#include <tenon/plan/rebuilds.hpp>
#include <tenon/sql/quote.hpp>

#include <algorithm>

namespace tenon::planning {
namespace {

// All SQL expressions of what a change brings.
struct NewExpressions {
  std::vector<std::string> operator()(const CreateTable& change) const {
    std::vector<std::string> all;
    for (const Column& column : change.table.columns) append(all, of(column));
    for (const Constraint& constraint : change.table.constraints) append(all, of(constraint));
    for (const Index& index : change.table.indexes) append(all, of(index));
    return all;
  }
  std::vector<std::string> operator()(const AddColumn& change) const { return of(change.column); }
  std::vector<std::string> operator()(const AlterColumnGenerated& change) const {
    return of(change.to);
  }
  std::vector<std::string> operator()(const AlterColumnDefault& change) const {
    return present({change.to});
  }
  std::vector<std::string> operator()(const AlterColumnType& change) const {
    return present({change.conversion});
  }
  std::vector<std::string> operator()(const AddConstraint& change) const {
    return of(change.constraint);
  }
  std::vector<std::string> operator()(const CreateIndex& change) const { return of(change.index); }
  template <class Other>
  std::vector<std::string> operator()(const Other&) const {
    return {};
  }

 private:
  static void append(std::vector<std::string>& all, const std::vector<std::string>& more) {
    all.insert(all.end(), more.begin(), more.end());
  }
  static std::vector<std::string> present(
      std::initializer_list<std::optional<std::string>> expressions) {
    std::vector<std::string> all;
    for (const auto& expression : expressions) {
      if (expression) all.push_back(*expression);
    }
    return all;
  }
  static std::vector<std::string> of(const Column& column) {
    return present({column.default_value, column.generated});
  }
  static std::vector<std::string> of(const Constraint& constraint) {
    if (const auto* check = std::get_if<CheckConstraint>(&constraint.definition)) {
      return {check->expression};
    }
    if (const auto* exclusion = std::get_if<ExclusionConstraint>(&constraint.definition)) {
      std::vector<std::string> all = present({exclusion->predicate});
      for (const ExclusionElement& part : exclusion->elements) all.push_back(part.element.target);
      return all;
    }
    return {};
  }
  static std::vector<std::string> of(const Index& index) {
    std::vector<std::string> all = present({index.predicate});
    for (const IndexElement& element : index.elements) all.push_back(element.target);
    return all;
  }
};

// Whether the plan may use the new label: in an expression, or in the hand-written statements for
// a table that has the type.
bool is_used(const Scene& scene, const AddEnumLabel& addition) {
  const std::string label = sql::literal(addition.label);
  const auto has_type = [&](const QualifiedName& table) {
    const Table* after = find(scene.to.tables, table);
    return after && std::ranges::any_of(after->columns, [&](const Column& column) {
             return is_of_type(column.type, addition.type);
           });
  };
  return std::ranges::any_of(scene.changes, [&](const Change& change) {
    for (const std::string& expression : std::visit(NewExpressions{}, change)) {
      if (expression.find(label) != std::string::npos) return true;
    }
    if (const auto* not_null = std::get_if<AlterColumnNotNull>(&change)) {
      return not_null->not_null && has_type(not_null->table);
    }
    const auto* column = std::get_if<AddColumn>(&change);
    return column && column->column.not_null && has_type(column->table);
  });
}

std::vector<std::string> removed_labels(const EnumRebuild& rebuild) {
  std::vector<std::string> removed;
  std::ranges::copy_if(rebuild.from, std::back_inserter(removed), [&](const std::string& label) {
    return std::ranges::find(rebuild.to, label) == rebuild.to.end();
  });
  return removed;
}

class RebuildPlanner {
 public:
  RebuildPlanner(const Scene& scene, const EnumRebuild& rebuild, const Obstacles& obstacles,
                 ColumnNames& defaults_done, Phases& phases)
      : scene_(scene),
        rebuild_(rebuild),
        obstacles_(obstacles),
        defaults_done_(defaults_done),
        phases_(phases) {}

  // The old type steps aside, the columns go over to the new one, the old type is dropped.
  void run() {
    const QualifiedName aside = scene_.free_names.for_type(rebuild_.type);
    phases_.types.emplace_back(RenameAside{{ObjectKind::enum_type, rebuild_.type, ""}, aside});
    phases_.types.emplace_back(Change{CreateEnum{*find(scene_.to.enums, rebuild_.type)}});
    for (const Table& table : scene_.before.tables) {
      const Table* after = find(scene_.to.tables, table.name);
      if (!after || scene_.created_tables.contains(table.name)) continue;
      for (const Column& column : table.columns) {
        const Column* column_after = find(after->columns, column.name);
        if (column_after) plan(table.name, column, *column_after, aside);
      }
    }
    phases_.type_drops.emplace_back(Change{DropEnum{{aside, rebuild_.from, std::nullopt}}});
  }

 private:
  void plan(const QualifiedName& table, const Column& before, const Column& after,
            const QualifiedName& aside) {
    const bool has_type = is_of_type(before.type, rebuild_.type);
    const bool mentions_type =
        before.default_value && mentions(*before.default_value, rebuild_.type.name);
    if (has_type || mentions_type) plan_default(table, before, after);
    const bool keeps_type = has_type && is_of_type(after.type, rebuild_.type) &&
                            !before.generated && !after.generated &&
                            !takes_type_from_parent(scene_, {table, before.name});
    if (keeps_type) plan_type(table, before, aside);
  }

  void plan_default(const QualifiedName& table, const Column& before, const Column& after) {
    const MemberName name{table, before.name};
    if (obstacles_.computed_columns.contains(name) || before.generated || after.generated ||
        !defaults_done_.insert(name).second) {
      return;
    }
    planning::plan_default(name, before.default_value, after.default_value, phases_);
  }

  void plan_type(const QualifiedName& table, const Column& column, const QualifiedName& aside) {
    const bool is_array = is_array_type(column.type);
    const std::vector<std::string> removed = removed_labels(rebuild_);
    if (!removed.empty()) {
      std::string labels;
      for (const std::string& label : removed) {
        labels += (labels.empty() ? "" : ", ") + sql::literal(label);
      }
      phases_.label_checks.emplace_back(
          Backfill{table, column.name, "no row holds " + labels + " in " + column.name});
      phases_.label_checks.emplace_back(
          RequireLabelsUnused{table, column.name, is_array, rebuild_.type, removed});
    }
    const std::string rest = parse_type(column.type)->rest;
    phases_.types.emplace_back(Change{AlterColumnType{
        table, column.name, sql::identifier(aside) + rest, column.type, column.collation,
        column.collation, by_text(column.name, column.type, column.type)}});
  }

  const Scene& scene_;
  const EnumRebuild& rebuild_;
  const Obstacles& obstacles_;
  ColumnNames& defaults_done_;
  Phases& phases_;
};

// Whether a type of another kind comes in the place of the one of that name.
bool is_name_taken(const Scene& scene, const QualifiedName& name) {
  return std::ranges::any_of(scene.changes, [&](const Change& change) {
    const auto* creation = std::get_if<CreateDefinition>(&change);
    return creation && is_type(creation->definition.name.kind) &&
           creation->definition.name.parent == name;
  });
}

}  // namespace

std::vector<EnumRebuild> find_rebuilds(const Scene& scene) {
  std::vector<EnumRebuild> rebuilds;
  for (const Change& change : scene.changes) {
    if (const auto* replacement = std::get_if<ReplaceEnumLabels>(&change)) {
      rebuilds.push_back({replacement->type, replacement->from, replacement->to});
      continue;
    }
    const auto* addition = std::get_if<AddEnumLabel>(&change);
    const bool is_known = addition && std::ranges::find(rebuilds, addition->type,
                                                        &EnumRebuild::type) != rebuilds.end();
    if (addition && !is_known && is_used(scene, *addition)) {
      rebuilds.push_back({addition->type, find(scene.before.enums, addition->type)->labels,
                          find(scene.to.enums, addition->type)->labels});
    }
  }
  return rebuilds;
}

ColumnNames plan_enums(const Scene& scene, const std::vector<EnumRebuild>& rebuilds,
                       const Obstacles& obstacles, Phases& phases) {
  ColumnNames defaults_done;
  for (const EnumRebuild& rebuild : rebuilds) {
    RebuildPlanner(scene, rebuild, obstacles, defaults_done, phases).run();
  }
  for (const Change& change : scene.changes) {
    if (std::holds_alternative<CreateEnum>(change)) {
      phases.types.emplace_back(change);
    } else if (const auto* addition = std::get_if<AddEnumLabel>(&change)) {
      const bool is_rebuilt =
          std::ranges::find(rebuilds, addition->type, &EnumRebuild::type) != rebuilds.end();
      if (!is_rebuilt) phases.enum_labels.emplace_back(change);
    } else if (std::holds_alternative<DropEnum>(change)) {
      (is_name_taken(scene, std::get<DropEnum>(change).type.name) ? phases.definition_drops
                                                                  : phases.type_drops)
          .emplace_back(change);
    }
  }
  return defaults_done;
}

}  // namespace tenon::planning
