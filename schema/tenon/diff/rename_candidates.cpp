#include <tenon/diff/describe.hpp>
#include <tenon/diff/rename_candidates.hpp>

#include <algorithm>
#include <map>
#include <ranges>
#include <utility>
#include <variant>

namespace tenon {
namespace {

// What objects of one kind must share to be candidates, and those that do.
template <class Likeness>
struct Alike {
  struct Sides {
    std::vector<ObjectName> gone;
    std::vector<ObjectName> come;
  };
  std::map<Likeness, Sides> by_likeness;

  void add_to(std::vector<RenameCandidate>& candidates) const {
    for (const auto& [likeness, sides] : by_likeness)
      if (sides.gone.size() == 1 && sides.come.size() == 1 &&
          !is_on_both_sides(sides.gone.front()) && !is_on_both_sides(sides.come.front()))
        candidates.push_back({sides.gone.front(), sides.come.front()});
  }

 private:
  // What is made anew keeps its name.
  [[nodiscard]] bool is_on_both_sides(const ObjectName& object) const {
    const auto is_in = [&](std::vector<ObjectName> Sides::* side) {
      return std::ranges::any_of(by_likeness, [&](const auto& entry) {
        return std::ranges::find(entry.second.*side, object) != (entry.second.*side).end();
      });
    };
    return is_in(&Sides::gone) && is_in(&Sides::come);
  }
};

using ColumnLikeness = std::pair<QualifiedName, std::string>;
ColumnLikeness likeness(const QualifiedName& table, const Column& column) {
  return {table, column.type};
}

using TableLikeness = std::vector<std::pair<std::string, std::string>>;
TableLikeness likeness(const Table& table) {
  TableLikeness columns;
  for (const Column& column : table.columns) columns.emplace_back(column.name, column.type);
  std::ranges::sort(columns);
  return columns;
}

// The only label that is in the one list and not in the other; empty when there is none or more.
std::string only_in(const std::vector<std::string>& labels, const std::vector<std::string>& other) {
  std::string only;
  for (const std::string& label : labels) {
    if (std::ranges::find(other, label) != other.end()) continue;
    if (!only.empty()) return {};
    only = label;
  }
  return only;
}

void add_labels(const ReplaceEnumLabels& change, std::vector<RenameCandidate>& candidates) {
  const std::string gone = only_in(change.from, change.to);
  const std::string come = only_in(change.to, change.from);
  if (gone.empty() || come.empty()) return;
  const ObjectName type{ObjectKind::enum_type, change.type, ""};
  candidates.push_back({type, type, gone, come});
}

}  // namespace

std::vector<RenameCandidate> rename_candidates(const Changes& changes) {
  Alike<ColumnLikeness> columns;
  Alike<TableLikeness> tables;
  Alike<std::vector<std::string>> types;
  std::vector<RenameCandidate> candidates;
  for (const Change& change : changes) {
    const ObjectName object = subject(change);
    if (const auto* column = std::get_if<DropColumn>(&change))
      columns.by_likeness[likeness(column->table, column->column)].gone.push_back(object);
    else if (const auto* added = std::get_if<AddColumn>(&change))
      columns.by_likeness[likeness(added->table, added->column)].come.push_back(object);
    else if (const auto* table = std::get_if<DropTable>(&change))
      tables.by_likeness[likeness(table->table)].gone.push_back(object);
    else if (const auto* created = std::get_if<CreateTable>(&change))
      tables.by_likeness[likeness(created->table)].come.push_back(object);
    else if (const auto* type = std::get_if<DropEnum>(&change))
      types.by_likeness[type->type.labels].gone.push_back(object);
    else if (const auto* made = std::get_if<CreateEnum>(&change))
      types.by_likeness[made->type.labels].come.push_back(object);
    else if (const auto* labels = std::get_if<ReplaceEnumLabels>(&change))
      add_labels(*labels, candidates);
  }
  tables.add_to(candidates);
  types.add_to(candidates);
  columns.add_to(candidates);
  return candidates;
}

}  // namespace tenon
