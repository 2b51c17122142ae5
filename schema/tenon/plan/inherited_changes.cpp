// Looks for each change of a table among those of its parents.
#include <tenon/diff/change_table.hpp>
#include <tenon/diff/parents.hpp>
#include <tenon/model/lookup.hpp>
#include <tenon/plan/inherited_changes.hpp>
#include <tenon/sql/quote.hpp>

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace tenon::planning {
namespace {

bool is_passed_on(const Constraint& constraint) {
  const auto* check = std::get_if<CheckConstraint>(&constraint.definition);
  return check && !check->no_inherit;
}

// What a change does to a table, in words that are the same for its children; empty for what
// children do not follow.
struct Effect {
  const Model& to;

  std::string operator()(const AddColumn& c) const {
    return c.column.is_inherited ? "" : "add " + c.column.name;
  }
  std::string operator()(const DropColumn& c) const { return "drop " + c.column.name; }
  std::string operator()(const RenameColumn& c) const { return "rename " + c.from + " " + c.to; }
  std::string operator()(const AlterColumnType& c) const {
    // The columns of children follow whatever the new type is, and have none of their own.
    return "type " + c.column;
  }
  std::string operator()(const AlterColumnNotNull& c) const {
    return (c.not_null ? "not null " : "null ") + c.column;
  }
  std::string operator()(const AlterColumnDefault& c) const {
    return "default " + c.column + " " + c.to.value_or("");
  }
  std::string operator()(const AlterColumnGenerated& c) const { return "generated " + c.to.name; }
  std::string operator()(const AddConstraint& c) const {
    return is_passed_on(c.constraint) ? "add constraint " + c.constraint.name : "";
  }
  std::string operator()(const DropConstraint& c) const {
    return is_passed_on(c.constraint) ? "drop constraint " + c.constraint.name : "";
  }
  std::string operator()(const RenameConstraint& c) const {
    const Table* table = find(to.tables, c.table);
    const Constraint* renamed = table ? find(table->constraints, c.to) : nullptr;
    return renamed && is_passed_on(*renamed) ? "rename constraint " + c.from + " " + c.to : "";
  }
  std::string operator()(const ValidateConstraint& c) const { return "validate " + c.constraint; }
  template <class Other>
  std::string operator()(const Other&) const {
    return "";
  }
};

// Of a column that a parent gives it, a table has the effect of the parent's change.
std::string effect_on_child(const Change& change, const Model& to) {
  if (const auto* added = std::get_if<AddColumn>(&change))
    return added->column.is_inherited ? "add " + added->column.name : "";
  if (const auto* dropped = std::get_if<DropColumn>(&change))
    return dropped->column.is_inherited ? "drop " + dropped->column.name : "";
  if (const auto* added = std::get_if<AddConstraint>(&change))
    return added->constraint.is_inherited ? "add constraint " + added->constraint.name : "";
  if (const auto* dropped = std::get_if<DropConstraint>(&change))
    return dropped->constraint.is_inherited ? "drop constraint " + dropped->constraint.name : "";
  return std::visit(Effect{to}, change);
}

// The column that gives a child its own, of the nearest ancestor.
const Column* column_of_parent(const Model& to, const std::vector<std::string>& ancestors,
                               const AddColumn& added) {
  for (const std::string& ancestor : ancestors)
    if (const Table* table = find_table(to, ancestor))
      if (const Column* column = find(table->columns, added.column.name)) return column;
  return nullptr;
}

// Whether a parent gives its children a constraint that nothing has been checked against.
bool is_not_valid(const Model& to, const std::vector<std::string>& ancestors,
                  const AddConstraint& added) {
  return std::ranges::any_of(to.tables, [&](const Table& table) {
    const Constraint* constraint =
        is_among(ancestors, table.name) ? find(table.constraints, added.constraint.name) : nullptr;
    return constraint && constraint->not_valid;
  });
}

// Whether a parent has the check of that name before and after.
bool is_kept_by_parent(const Model& before, const Model& to,
                       const std::vector<std::string>& ancestors, const std::string& name) {
  const auto passes_on = [&](const Model& model, const std::string& ancestor) {
    const Table* table = find_table(model, ancestor);
    const Constraint* constraint = table ? find(table->constraints, name) : nullptr;
    return constraint && is_passed_on(*constraint);
  };
  return std::ranges::any_of(ancestors, [&](const std::string& ancestor) {
    return passes_on(before, ancestor) && passes_on(to, ancestor);
  });
}

// What a child has otherwise than the column that it gets from its parent.
void add_differences(const AddColumn& added, const Column& inherited, Changes& changes) {
  const Column& column = added.column;
  if (column.default_value != inherited.default_value)
    changes.emplace_back(AlterColumnDefault{added.table, column.name, inherited.default_value,
                                            column.default_value});
  if (column.not_null && !inherited.not_null)
    changes.emplace_back(AlterColumnNotNull{added.table, column.name, true});
}

// While a parent is made anew, its children are tables of their own.
void leave_dropped(Parents& parents, const std::set<std::string>& dropped) {
  for (auto& [child, above] : parents)
    std::erase_if(above, [&](const std::string& parent) { return dropped.contains(parent); });
  std::erase_if(parents, [](const auto& child) { return child.second.empty(); });
}

}  // namespace

Changes without_inherited_changes(Changes changes, const Model& before, const Model& to) {
  Parents parents = parents_in_both(before, to);
  if (parents.empty()) return changes;
  leave_dropped(parents, dropped_tables(changes));
  // A grandchild follows its parent's change, which is one that is taken out.
  std::map<std::string, std::set<std::string>> effects;
  for (const Change& change : changes)
    if (const QualifiedName* table = table_of(change))
      if (std::string effect = std::visit(Effect{to}, change); !effect.empty())
        effects[sql::identifier(*table)].insert(std::move(effect));
  const auto has_effect = [&](const std::vector<std::string>& ancestors,
                              const std::string& effect) {
    return std::ranges::any_of(ancestors, [&](const std::string& ancestor) {
      const auto found = effects.find(ancestor);
      return found != effects.end() && found->second.contains(effect);
    });
  };
  Changes own;
  std::erase_if(changes, [&](const Change& change) {
    const QualifiedName* table = table_of(change);
    if (!table || !parents.contains(*table)) return false;
    const auto ancestors = ancestors_of(*table, parents);
    // A child's own check is merged with the one that it has from its parent, and stays so.
    const auto is_kept = [&](const Constraint& constraint) {
      return is_kept_by_parent(before, to, ancestors, constraint.name) &&
             !has_effect(ancestors, "drop constraint " + constraint.name);
    };
    if (const auto* dropped = std::get_if<DropConstraint>(&change))
      if (is_kept(dropped->constraint)) return true;
    if (const auto* added = std::get_if<AddConstraint>(&change))
      if (added->constraint.is_inherited && is_kept(added->constraint)) return true;
    const std::string effect = effect_on_child(change, to);
    if (effect.empty() || !has_effect(ancestors, effect)) return false;
    if (const auto* added = std::get_if<AddColumn>(&change))
      if (const Column* inherited = column_of_parent(to, ancestors, *added))
        add_differences(*added, *inherited, own);
    if (const auto* added = std::get_if<AddConstraint>(&change))
      if (!added->constraint.not_valid && is_not_valid(to, ancestors, *added))
        own.emplace_back(ValidateConstraint{added->table, added->constraint.name});
    return true;
  });
  std::ranges::move(own, std::back_inserter(changes));
  return changes;
}

bool takes_type_from_parent(const Scene& scene, const MemberName& column) {
  const std::vector<std::string> ancestors = ancestors_of(column.first, scene.parents_throughout);
  if (ancestors.empty()) return false;
  return !drops_one_of(scene, ancestors) &&
         std::ranges::any_of(scene.to.tables, [&](const Table& table) {
           return is_among(ancestors, table.name) && find(table.columns, column.second) != nullptr;
         });
}

}  // namespace tenon::planning
