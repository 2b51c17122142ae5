#include <tenon/history/digest.hpp>
#include <tenon/history/json_codec.hpp>
#include <tenon/history/model_json.hpp>

#include <algorithm>
#include <functional>

namespace tenon {
namespace {

// Raised when a model.json can no longer be read by the programs that read this one.
constexpr int declarations_format = 1;

void sort_by_name(std::vector<Property>& properties) {
  std::ranges::sort(properties);
}

template <class Object>
void sort_by_name(std::vector<Object>& objects) {
  std::ranges::sort(objects, std::less<>{}, &Object::name);
}

Model canonical(Model model) {
  sort_by_name(model.schemas);
  sort_by_name(model.enums);
  sort_by_name(model.tables);
  sort_by_name(model.definitions);
  for (Definition& definition : model.definitions) {
    definition.uses = {};
    // The order of a composite type's attributes is part of it.
    if (definition.name.kind != ObjectKind::composite_type) sort_by_name(definition.properties);
  }
  for (Table& table : model.tables) {
    for (Column& column : table.columns) column.uses = column.default_uses = {};
    for (Constraint& constraint : table.constraints) {
      constraint.uses = {};
      std::ranges::sort(constraint.storage_parameters);
    }
    for (Index& index : table.indexes) {
      index.uses = {};
      std::ranges::sort(index.storage_parameters);
    }
    sort_by_name(table.properties);
    sort_by_name(table.columns);
    sort_by_name(table.constraints);
    sort_by_name(table.indexes);
  }
  return model;
}

}  // namespace

nlohmann::ordered_json to_json(const Model& model) {
  return json::encode(model);
}

Model model_from_json(const nlohmann::json& json) {
  return json::decode<Model>(json, "model");
}

nlohmann::ordered_json to_json(const Declarations& declarations) {
  nlohmann::ordered_json json = {{"format", declarations_format}};
  json::Codec<Declarations>::encode_into(json, declarations);
  return json;
}

Declarations declarations_from_json(nlohmann::json json) {
  if (!json.is_object() || !json.contains("format"))
    throw json::DecodeError{"not a model.json: it has no format"};
  if (json["format"] != declarations_format)
    throw json::DecodeError{"format " + json["format"].dump() + ", expected " +
                            std::to_string(declarations_format) +
                            ": it was written by another version of tenon-generate"};
  json.erase("format");
  return json::decode<Declarations>(json, "declarations");
}

nlohmann::ordered_json to_json(const Change& change) {
  return json::encode(change);
}

Change change_from_json(const nlohmann::json& json) {
  return json::decode<Change>(json, "change");
}

std::string model_digest(const Model& model) {
  return sha256(to_json(canonical(model)).dump());
}

}  // namespace tenon
