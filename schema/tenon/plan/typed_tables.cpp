#include <tenon/diff/property_changes.hpp>
#include <tenon/model/lookup.hpp>
#include <tenon/plan/typed_tables.hpp>
#include <tenon/sql/quote.hpp>

#include <algorithm>
#include <optional>
#include <set>
#include <string>

namespace tenon::planning {
namespace {

// By the SQL text of their names, as properties have them.
std::set<std::string> changed_types(const Scene& scene, const Rebuilds& made_anew) {
  std::set<std::string> types;
  for (const Change& change : scene.changes)
    if (const auto* property = std::get_if<AlterProperty>(&change);
        property && property->kind == PropertyKind::attribute)
      types.insert(sql::identifier(property->object.parent));
  for (const ObjectName& definition : made_anew.definitions)
    if (definition.kind == ObjectKind::composite_type)
      types.insert(sql::identifier(definition.parent));
  return types;
}

}  // namespace

void plan_typed_tables(const Scene& scene, const Rebuilds& made_anew, Phases& phases) {
  const std::set<std::string> types = changed_types(scene, made_anew);
  if (types.empty()) return;
  for (const Table& table : scene.before.tables) {
    const Table* after = find(scene.to.tables, table.name);
    const Property* type = find(table.properties, PropertyKind::of_type);
    if (after == nullptr || type == nullptr || !types.contains(type->value) ||
        std::ranges::find(after->properties, *type) == after->properties.end())
      continue;
    const ObjectName name{ObjectKind::table, table.name, ""};
    phases.types_left.emplace_back(Change{taken_back(name, *type)});
    phases.types_joined.emplace_back(Change{said(name, *type)});
  }
}

}  // namespace tenon::planning
