// What one table has: columns, constraints, indexes, comments.
#include <tenon/diff/compare_properties.hpp>
#include <tenon/model/column_use.hpp>
#include <tenon/model/lookup.hpp>
#include <tenon/model/type_text.hpp>

#include <algorithm>
#include <iterator>

namespace tenon {

void compare_comments(const ObjectName& object, const std::optional<std::string>& from,
                      const std::optional<std::string>& to, ComparedChanges& changes) {
  if (from != to) changes.comments.emplace_back(SetComment{object, from, to});
}

namespace {

// What only CREATE TABLE can say.
bool is_only_created(const Property& property) {
  return property.kind == PropertyKind::partition_key ||
         property.kind == PropertyKind::foreign_server;
}

std::vector<Property> created_with(const Table& table) {
  std::vector<Property> properties;
  std::ranges::copy_if(table.properties, std::back_inserter(properties), is_only_created);
  return properties;
}

// Whether a column that decides where rows go gets another type, which PostgreSQL refuses. The
// table has no rows of its own: its partitions keep them, and are altered while they are away.
bool gets_other_key(const Table& from, const Table& to, const ComparedChanges& changes) {
  const Property* key = find(from.properties, PropertyKind::partition_key);
  if (key == nullptr) return false;
  const auto is_made_anew = [&](const std::string& type) {
    return std::ranges::any_of(changes.types, [&](const Change& change) {
      const auto* labels = std::get_if<ReplaceEnumLabels>(&change);
      return labels != nullptr && is_of_type(type, labels->type);
    });
  };
  return std::ranges::any_of(from.columns, [&](const Column& column) {
    const Column* now = find(to.columns, column.name);
    return now != nullptr && mentions(key->value, column.name) &&
           (column.type != now->type || column.collation != now->collation ||
            is_made_anew(column.type));
  });
}

}  // namespace

void compare_table(const Table& from, const Table& to, const Intents& intents,
                   ComparedChanges& changes) {
  if (created_with(from) != created_with(to) || gets_other_key(from, to, changes)) {
    changes.replaced_tables.emplace_back(DropTable{from});
    changes.tables.emplace_back(CreateTable{to});
    return;
  }
  const bool is_foreign = std::ranges::any_of(to.properties, [](const Property& property) {
    return property.kind == PropertyKind::foreign_server;
  });
  compare_comments({is_foreign ? ObjectKind::foreign_table : ObjectKind::table, to.name, ""},
                   from.comment, to.comment, changes);
  compare_properties({ObjectKind::table, to.name, ""}, from, to, changes);
  compare_columns(from, to, intents, changes);
  compare_constraints(from, to, changes);
  compare_indexes(from, to, changes);
}

}  // namespace tenon
