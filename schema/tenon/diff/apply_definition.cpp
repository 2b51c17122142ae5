// Definitions and properties.
#include <tenon/diff/apply_parts.hpp>
#include <tenon/model/lookup.hpp>

#include <algorithm>

namespace tenon::fold {
namespace {

std::vector<Property>& properties_of(Model& model, const ObjectName& object) {
  switch (object.kind) {
    case ObjectKind::schema:
      return schema_of(model, object).properties;
    case ObjectKind::enum_type:
      return enum_of(model, object.parent).properties;
    case ObjectKind::table:
      return table_of(model, object.parent).properties;
    default:
      return definition_of(model, object).properties;
  }
}

}  // namespace

void apply(Model& model, const CreateDefinition& change) {
  require_new(model.definitions, change.definition.name, change.definition.name);
  model.definitions.push_back(change.definition);
}

void apply(Model& model, const DropDefinition& change) {
  erase(model.definitions, definition_of(model, change.definition.name));
}

void apply(Model& model, const ReplaceDefinition& change) {
  Definition& definition = definition_of(model, change.from.name);
  definition.statement = change.to.statement;
  definition.shape = change.to.shape;
  definition.uses = change.to.uses;
}

void apply(Model& model, const AlterProperty& change) {
  std::vector<Property>& properties = properties_of(model, change.object);
  const auto found = std::ranges::find_if(properties, [&](const Property& property) {
    return property.kind == change.kind && property.key == change.key;
  });
  if (!change.to) {
    if (found != properties.end()) properties.erase(found);
  } else if (found != properties.end()) {
    found->value = *change.to;
  } else {
    const auto place = std::ranges::find_if(properties, [&](const Property& property) {
      if (property.kind != change.kind) return property.kind > change.kind;
      return !keeps_order(change.kind) && property.key > change.key;
    });
    properties.insert(place, {change.kind, change.key, *change.to});
  }
}

}  // namespace tenon::fold
