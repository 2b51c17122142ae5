#include <tenon/history/digest.hpp>
#include <tenon/history/json_reader.hpp>
#include <tenon/history/json_writer.hpp>
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

template <class Value>
std::string json_of(const Value& value, int indent) {
  json::Writer writer{indent};
  writer.write(value);
  return std::move(writer).take();
}

template <class Value>
Value from_json(std::string_view text, std::string_view name) {
  Value value{};
  json::read(text, json::place(value), name);
  return value;
}

}  // namespace

std::string to_json(const Model& model, int indent) {
  return json_of(model, indent);
}

void print_json(std::ostream& out, const Model& model, int indent) {
  json::Writer writer{indent, &out};
  writer.write(model);
  writer.flush();
}

Model model_from_json(std::string_view text) {
  return from_json<Model>(text, "model");
}

std::string to_json(const Declarations& declarations, int indent) {
  json::Writer writer{indent};
  writer.write_document(declarations_format, declarations);
  return std::move(writer).take();
}

Declarations declarations_from_json(std::string_view text) {
  Declarations declarations;
  json::read_document(text, declarations_format, declarations, "model.json");
  return declarations;
}

std::string to_json(const Change& change, int indent) {
  return json_of(change, indent);
}

Change change_from_json(std::string_view text) {
  return from_json<Change>(text, "change");
}

std::string model_digest(const Model& model) {
  return sha256(to_json(canonical(model)));
}

}  // namespace tenon
