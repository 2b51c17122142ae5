#include <tenon/diff/inheritance.hpp>
#include <tenon/diff/parents.hpp>
#include <tenon/model/lookup.hpp>
#include <tenon/sql/quote.hpp>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace tenon {
namespace {

bool is_child(const std::vector<std::string>& parents, const QualifiedName& table) {
  return std::ranges::find(parents, sql::identifier(table)) != parents.end();
}

bool renames_column(const Change& change, const RenameColumn& wanted) {
  const auto* rename = std::get_if<RenameColumn>(&change);
  return rename != nullptr && rename->table == wanted.table && rename->from == wanted.from;
}

QualifiedName name_before(QualifiedName table, const Changes& renames) {
  for (const Change& change : renames)
    if (const auto* rename = std::get_if<RenameTable>(&change);
        rename != nullptr && rename->to == table)
      table = rename->from;
  return table;
}

QualifiedName name_after(QualifiedName table, const Changes& renames) {
  for (const Change& change : renames)
    if (const auto* rename = std::get_if<RenameTable>(&change);
        rename != nullptr && rename->from == table)
      table = rename->to;
  return table;
}

}  // namespace

void add_inherited_renames(Changes& renames, const Model& from) {
  const Parents parents = parents_in(from);
  if (parents.empty()) return;
  // Children of children are found when the loop comes to what it added.
  for (std::size_t i = 0; i < renames.size(); ++i) {
    const auto* rename = std::get_if<RenameColumn>(&renames[i]);
    if (rename == nullptr) continue;
    const RenameColumn parent = *rename;
    const QualifiedName table = name_before(parent.table, renames);
    for (const auto& [child, its_parents] : parents) {
      if (!is_child(its_parents, table)) continue;
      const Column* column = find(find(from.tables, child)->columns, parent.from);
      RenameColumn inherited{name_after(child, renames), parent.from, parent.to};
      const auto is_said = [&](const Change& change) { return renames_column(change, inherited); };
      if (column != nullptr && std::ranges::none_of(renames, is_said))
        renames.insert(renames.begin() + static_cast<std::ptrdiff_t>(i) + 1, std::move(inherited));
    }
  }
}

void keep_columns_of_children(Changes& changes, const Model& from, const Model& to) {
  const Parents parents = parents_in_both(from, to);
  for (Change& change : changes) {
    auto* drop = std::get_if<DropColumn>(&change);
    if (!drop) continue;
    for (const auto& [child, its_parents] : parents) {
      if (!is_child(its_parents, drop->table)) continue;
      const Column* kept = find(find(to.tables, child)->columns, drop->column.name);
      if (kept && !kept->is_inherited) drop->only_here = true;
    }
  }
}

}  // namespace tenon
