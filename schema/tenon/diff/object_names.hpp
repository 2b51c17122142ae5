// Where a Model names objects in definitions, properties and what is used.
#pragma once

#include <tenon/model/for_each_uses.hpp>
#include <tenon/model/model.hpp>

#include <algorithm>

namespace tenon::fold {

/// Calls `visit` with every name of an object but the names of tables, their parts and enums.
template <class Visitor>
void for_each_object_name(Model& model, const Visitor& visit) {
  for_each_uses(model, [&](Uses& uses) { std::ranges::for_each(uses.objects, visit); });
  for (Definition& definition : model.definitions) visit(definition.name);
}

/// Calls `visit` with every property of tables and definitions.
template <class Visitor>
void for_each_property(Model& model, const Visitor& visit) {
  for (Table& table : model.tables) std::ranges::for_each(table.properties, visit);
  for (Definition& definition : model.definitions)
    std::ranges::for_each(definition.properties, visit);
}

/// Whether the definition uses an object that `is_meant`.
template <class Predicate>
[[nodiscard]] bool uses_any(const Definition& definition, const Predicate& is_meant) {
  return std::ranges::any_of(definition.uses.objects, is_meant);
}

[[nodiscard]] inline bool is_policy_expression(const Property& property) {
  return property.kind == PropertyKind::policy_using || property.kind == PropertyKind::policy_check;
}

}  // namespace tenon::fold
