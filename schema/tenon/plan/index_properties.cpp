// By the names that the properties have in them.
#include <tenon/plan/index_properties.hpp>
#include <tenon/sql/quote.hpp>

namespace tenon::planning {

bool is_said_of_index(const Property& property, const QualifiedName& owner,
                      const QualifiedName& table, const std::string& name) {
  const std::string index = sql::identifier(QualifiedName{table.schema, name});
  if (property.kind == PropertyKind::index_partition)
    return property.key == index || property.value == index;
  if (owner != table) return false;
  switch (property.kind) {
    case PropertyKind::clustered_on:
      return property.value == sql::identifier(name);
    case PropertyKind::replica_identity:
      return property.value == "USING INDEX " + sql::identifier(name);
    case PropertyKind::index_tablespace:
      return property.key == index;
    case PropertyKind::index_statistics:
      return property.key.starts_with(index + " ALTER COLUMN ");
    default:
      return false;
  }
}

}  // namespace tenon::planning
