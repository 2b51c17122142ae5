// By the names that the properties have in them.
#include <tenon/model/column_use.hpp>
#include <tenon/plan/index_properties.hpp>
#include <tenon/sql/address.hpp>
#include <tenon/sql/quote.hpp>

#include <algorithm>

namespace tenon::planning {

bool is_said_of_index(const Property& property, const QualifiedName& owner,
                      const QualifiedName& table, const std::string& name) {
  const std::string index = sql::address({ObjectKind::index, table, name});
  if (property.kind == PropertyKind::index_partition)
    return property.key == index || property.value == index;
  if (owner != table) return false;
  switch (property.kind) {
    case PropertyKind::clustered_on:
      return property.value == sql::identifier(name);
    case PropertyKind::replica_identity:
      return property.value == "USING INDEX " + sql::identifier(name);
    case PropertyKind::comment:
      return property.key == "INDEX " + index;
    case PropertyKind::index_tablespace:
      return property.key == index;
    case PropertyKind::index_statistics:
      return property.key.starts_with(index + " ALTER COLUMN ");
    default:
      return false;
  }
}

const std::string* part_in(const Table& partition, const std::string& whole) {
  for (const Property& property : partition.properties)
    if (property.kind == PropertyKind::index_partition && property.value == whole)
      return &property.key;
  return nullptr;
}

const Constraint* find_key(const Table& table, const std::string& name) {
  const auto found = std::ranges::find_if(table.constraints, [&](const Constraint& constraint) {
    return has_index(constraint) &&
           sql::address({ObjectKind::index, table.name, constraint.name}) == name;
  });
  return found == table.constraints.end() ? nullptr : &*found;
}

}  // namespace tenon::planning
