// The limits of the vocabulary. What else the mapping refuses, it says itself.
#include "import/struct_parts.hpp"

#include "import/partition_key.hpp"

#include <tenon/model/lookup.hpp>

#include <algorithm>

namespace tenon::importing {
namespace {

// What ALTER TABLE cannot add, or not in all supported versions or in any order.
bool belongs_to_creation(const Property& property) {
  switch (property.kind) {
    case PropertyKind::access_method:
    case PropertyKind::column_foreign_option:
    case PropertyKind::foreign_option:
    case PropertyKind::foreign_server:
    case PropertyKind::index_partition:
    case PropertyKind::inherits:
    case PropertyKind::of_type:
    case PropertyKind::partition_of:
      return true;
    default:
      return false;
  }
}

}  // namespace

bool can_be_struct(const Table& table) {
  const bool is_partitioned = find(table.properties, PropertyKind::partition_key) != nullptr;
  return !table.columns.empty() && std::ranges::none_of(table.properties, belongs_to_creation) &&
         (!is_partitioned || partition_key_of(table)) &&
         std::ranges::none_of(table.columns, [](const Column& column) {
           return column.is_inherited || column.is_virtual;
         });
}

bool can_be_said(const Constraint& constraint) {
  if (const auto* key = std::get_if<ForeignKey>(&constraint.definition);
      key != nullptr && !key->on_delete_columns.empty())
    return false;
  return !constraint.not_valid && !constraint.not_enforced && !constraint.is_temporal &&
         !constraint.is_inherited && constraint.storage_parameters.empty();
}

bool refers_to_primary_key(const ForeignKey& key, const Table& referenced) {
  return std::ranges::any_of(referenced.constraints, [&](const Constraint& constraint) {
    const auto* primary = std::get_if<PrimaryKey>(&constraint.definition);
    return primary != nullptr && primary->columns == key.referenced_columns;
  });
}

}  // namespace tenon::importing
