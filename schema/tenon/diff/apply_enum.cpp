// The fold of changes to enum types.
#include <tenon/diff/apply_parts.hpp>
#include <tenon/model/lookup.hpp>

#include <algorithm>

namespace tenon::fold {
namespace {

ObjectName type_name(const QualifiedName& type) {
  return {ObjectKind::enum_type, type, ""};
}

}  // namespace

void apply(Model& model, const CreateEnum& change) {
  const QualifiedName& name = change.type.name;
  require_schema(model, name.schema);
  require_new(model.enums, name, type_name(name));
  model.enums.push_back(change.type);
}

void apply(Model& model, const DropEnum& change) {
  erase(model.enums, enum_of(model, change.type.name));
}

void apply(Model& model, const AddEnumLabel& change) {
  std::vector<std::string>& labels = enum_of(model, change.type).labels;
  if (std::ranges::find(labels, change.label) != labels.end()) {
    fail("add a label to", type_name(change.type), "it has '" + change.label + "' already");
  }
  auto place = labels.end();
  if (change.before) {
    place = std::ranges::find(labels, *change.before);
    if (place == labels.end()) {
      fail("add a label to", type_name(change.type), "it has no '" + *change.before + "'");
    }
  }
  labels.insert(place, change.label);
}

void apply(Model& model, const ReplaceEnumLabels& change) {
  EnumType& type = enum_of(model, change.type);
  if (type.labels != change.from) {
    fail("replace the labels of", type_name(change.type), "it has other labels");
  }
  type.labels = change.to;
}

}  // namespace tenon::fold
