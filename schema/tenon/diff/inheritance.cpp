#include <tenon/diff/inheritance.hpp>
#include <tenon/diff/made_renames.hpp>
#include <tenon/diff/parents.hpp>
#include <tenon/model/lookup.hpp>

#include <algorithm>
#include <span>
#include <utility>

namespace tenon {
namespace {

bool renames_column(const Change& change, const RenameColumn& wanted) {
  const auto* rename = std::get_if<RenameColumn>(&change);
  return rename != nullptr && rename->table == wanted.table && rename->from == wanted.from;
}

}  // namespace

void add_inherited_renames(Changes& renames, const Model& before, const Model& to) {
  const Parents parents = parents_in_both(before, to);
  if (parents.empty()) return;
  // Children of children are found when the loop comes to what it added.
  for (std::size_t i = 0; i < renames.size(); ++i) {
    const auto* rename = std::get_if<RenameColumn>(&renames[i]);
    if (rename == nullptr) continue;
    const RenameColumn parent = *rename;
    for (const auto& [child, its_parents] : parents) {
      if (!is_among(its_parents, parent.table)) continue;
      RenameColumn inherited{child, parent.from, parent.to};
      const auto is_said = [&](const Change& change) { return renames_column(change, inherited); };
      // The parent's may have been moved aside before, and the child's with it.
      const ObjectName column =
          name_before({ObjectKind::column, child, parent.from}, std::span{renames}.first(i));
      if (find(find(before.tables, child)->columns, column.member) != nullptr &&
          std::ranges::none_of(renames, is_said))
        renames.insert(renames.begin() + static_cast<std::ptrdiff_t>(i) + 1, std::move(inherited));
    }
  }
}

void keep_columns_of_children(Changes& changes, const Model& before, const Model& to) {
  const Parents parents = parents_in_both(before, to);
  for (Change& change : changes) {
    auto* drop = std::get_if<DropColumn>(&change);
    if (!drop) continue;
    for (const auto& [child, its_parents] : parents) {
      if (!is_among(its_parents, drop->table)) continue;
      const Column* kept = find(find(to.tables, child)->columns, drop->column.name);
      if (kept && !kept->is_inherited) drop->only_here = true;
    }
  }
}

}  // namespace tenon
