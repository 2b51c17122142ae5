// Looks for a way back from what a table's parts use to the table.
#include <tenon/plan/change_in.hpp>
#include <tenon/plan/circles.hpp>

#include <algorithm>

namespace tenon::planning {
namespace {

// The parts of a table that are in a circle with it, taken out of it.
struct Parts {
  std::vector<Column> defaults;
  std::vector<Constraint> constraints;
  std::vector<Index> indexes;
  std::vector<Column> computed;
};

Parts take_parts(Table& table, const Dependencies& dependencies) {
  Parts parts;
  const ObjectName name{ObjectKind::table, table.name, ""};
  // A part uses its own table's columns; only what is between makes a circle.
  const auto comes_back = [&](ObjectKind kind, const std::string& part) {
    const auto& all = dependencies.used_by({kind, table.name, part});
    return std::ranges::any_of(all, [&](const ObjectName& used) {
      return used.parent != table.name && dependencies.reaches(used, name);
    });
  };
  for (Column& column : table.columns) {
    if (!column.default_value || !comes_back(ObjectKind::default_value, column.name)) continue;
    parts.defaults.push_back(column);
    column.default_value.reset();
  }
  const auto take = [&](auto& objects, auto& taken, ObjectKind kind, const auto& is_candidate) {
    std::erase_if(objects, [&](const auto& object) {
      if (!is_candidate(object) || !comes_back(kind, object.name)) return false;
      taken.push_back(object);
      return true;
    });
  };
  const auto any = [](const auto&) { return true; };
  take(table.constraints, parts.constraints, ObjectKind::constraint, any);
  take(table.indexes, parts.indexes, ObjectKind::index, any);
  take(table.columns, parts.computed, ObjectKind::column,
       [](const Column& column) { return column.generated.has_value(); });
  return parts;
}

void add_creations(const QualifiedName& table, const Parts& parts, std::vector<Action>& all) {
  for (const Column& column : parts.computed) all.emplace_back(Change{AddColumn{table, column}});
  for (const Column& column : parts.defaults)
    all.emplace_back(
        Change{AlterColumnDefault{table, column.name, std::nullopt, column.default_value}});
  for (const Constraint& constraint : parts.constraints)
    all.emplace_back(Change{AddConstraint{table, constraint}});
  for (const Index& index : parts.indexes) all.emplace_back(Change{CreateIndex{table, index}});
}

void add_drops(const QualifiedName& table, const Parts& parts, std::vector<Action>& all) {
  for (const Index& index : parts.indexes) all.emplace_back(Change{DropIndex{table, index}});
  for (const Constraint& constraint : parts.constraints)
    all.emplace_back(Change{DropConstraint{table, constraint}});
  for (const Column& column : parts.defaults)
    all.emplace_back(
        Change{AlterColumnDefault{table, column.name, column.default_value, std::nullopt}});
  for (const Column& column : parts.computed) all.emplace_back(Change{DropColumn{table, column}});
}

}  // namespace

std::vector<Action> without_circles(std::vector<Action> actions, const Dependencies& before,
                                    const Dependencies& after) {
  std::vector<Action> all;
  for (Action& action : actions) {
    if (auto* drop = change_in<DropTable>(action))
      add_drops(drop->table.name, take_parts(drop->table, before), all);
    auto* creation = change_in<CreateTable>(action);
    Parts parts;
    if (creation) parts = take_parts(creation->table, after);
    const QualifiedName name = creation ? creation->table.name : QualifiedName{};
    all.push_back(std::move(action));
    if (!name.name.empty()) add_creations(name, parts, all);
  }
  return all;
}

}  // namespace tenon::planning
