#include <tenon/diff/change_table.hpp>
#include <tenon/diff/parents.hpp>
#include <tenon/model/lookup.hpp>
#include <tenon/plan/left_foreign_keys.hpp>
#include <tenon/sql/quote.hpp>

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace tenon::planning {
namespace {

// What a table is a partition of, as SQL text, or null.
const std::string* whole_of(const Table& table) {
  const Property* place = find(table.properties, PropertyKind::partition_of);
  return place == nullptr ? nullptr : &place->key;
}

// Without what a constraint of a partition has not from the whole.
Constraint without_comment(Constraint constraint) {
  constraint.comment.reset();
  return constraint;
}

std::vector<Constraint> foreign_keys_above(const Table& partition, const Parents& parents,
                                           const Model& model) {
  std::vector<Constraint> keys;
  for (const std::string& ancestor : ancestors_of(partition.name, parents)) {
    const Table* whole = find_table(model, ancestor);
    if (whole == nullptr) continue;
    for (const Constraint& constraint : whole->constraints)
      if (std::holds_alternative<ForeignKey>(constraint.definition))
        keys.push_back(without_comment(constraint));
  }
  return keys;
}

bool contains(const std::vector<Constraint>& keys, const Constraint& key) {
  return std::ranges::find(keys, without_comment(key)) != keys.end();
}

// Takes the addition of `key` out; says what was added with it.
std::optional<Constraint> take_addition(Changes& changes, const QualifiedName& table,
                                        const Constraint& key) {
  const auto found = std::ranges::find_if(changes, [&](const Change& change) {
    const auto* added = std::get_if<AddConstraint>(&change);
    return added != nullptr && added->table == table && without_comment(added->constraint) == key;
  });
  if (found == changes.end()) return std::nullopt;
  Constraint added = std::get<AddConstraint>(*found).constraint;
  changes.erase(found);
  return added;
}

}  // namespace

Changes with_left_foreign_keys(Changes changes, const Model& before, const Model& to) {
  const Parents parents_before = parents_in(before);
  const Parents parents_after = parents_in(to);
  const std::set<std::string> dropped = dropped_tables(changes);
  for (const Table& table : before.tables) {
    const std::string* whole = whole_of(table);
    if (whole == nullptr || dropped.contains(sql::identifier(table.name))) continue;
    const Table* after = find(to.tables, table.name);
    if (after == nullptr) continue;
    const std::string* whole_after = whole_of(*after);
    const bool stays = whole_after != nullptr && *whole_after == *whole;
    if (stays && !dropped.contains(*whole)) continue;
    const auto given = foreign_keys_above(*after, parents_after, to);
    for (const Constraint& key : foreign_keys_above(table, parents_before, before)) {
      if (const auto kept = take_addition(changes, table.name, key)) {
        if (kept->comment)
          changes.emplace_back(SetComment{
              {ObjectKind::constraint, table.name, key.name}, std::nullopt, kept->comment});
      } else if (!contains(after->constraints, key) && !contains(given, key)) {
        changes.emplace_back(DropConstraint{table.name, key});
      }
    }
  }
  return changes;
}

}  // namespace tenon::planning
