// What one table has: columns, constraints, indexes, comments.
#include <tenon/diff/compare.hpp>

namespace tenon {

std::size_t ComparedChanges::size() const {
  return renames.size() + foreign_key_drops.size() + drops.size() + types.size() + tables.size() +
         columns.size() + column_drops.size() + additions.size() + foreign_keys.size() +
         table_drops.size() + type_drops.size() + comments.size();
}

void compare_comments(const ObjectName& object, const std::optional<std::string>& from,
                      const std::optional<std::string>& to, ComparedChanges& changes) {
  if (from != to) changes.comments.emplace_back(SetComment{object, from, to});
}

void compare_table(const Table& from, const Table& to, const Intents& intents,
                   ComparedChanges& changes) {
  compare_comments({ObjectKind::table, to.name, ""}, from.comment, to.comment, changes);
  compare_columns(from, to, intents, changes);
  compare_constraints(from, to, changes);
  compare_indexes(from, to, changes);
}

}  // namespace tenon
