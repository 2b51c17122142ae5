// Tables and types: what names them takes their new names, and the bodies of routines stay.
#include <tenon/diff/object_names.hpp>
#include <tenon/diff/parents.hpp>
#include <tenon/diff/renamed_references.hpp>
#include <tenon/diff/renamed_text.hpp>
#include <tenon/sql/address.hpp>
#include <tenon/sql/quote.hpp>

#include <algorithm>
#include <set>
#include <utility>

namespace tenon::fold {
namespace {

// Whether `parent` is the name of a relation that the object is or is a part of.
bool is_of_relation(ObjectKind kind) {
  switch (kind) {
    case ObjectKind::table:
    case ObjectKind::foreign_table:
    case ObjectKind::column:
    case ObjectKind::default_value:
    case ObjectKind::constraint:
    case ObjectKind::index:
    case ObjectKind::policy:
    case ObjectKind::rule:
    case ObjectKind::trigger:
      return true;
    default:
      return false;
  }
}

bool is_called_by_types(ObjectKind kind) {
  return sql::is_routine(kind) || kind == ObjectKind::operator_;
}

bool is_cast(ObjectKind kind) {
  return kind == ObjectKind::cast || kind == ObjectKind::transform;
}

// Renames parts that `is_meant`, and the type `from` in the names of what uses one of them: a type
// of PostgreSQL's own can have the same name.
template <class Predicate, class Rename>
void rename_objects(Model& model, const QualifiedName& from, const QualifiedName& to,
                    const Predicate& is_meant, const Rename& rename) {
  std::set<ObjectName> called_by_it;
  for (const Definition& definition : model.definitions)
    if (uses_any(definition, is_meant)) called_by_it.insert(definition.name);
  for_each_object_name(model, [&](ObjectName& object) {
    if (is_meant(object)) {
      rename(object);
    } else if (called_by_it.contains(object)) {
      object = with_type_renamed_in_name(std::move(object), from, to);
    }
  });
}

}  // namespace

ObjectName with_type_renamed_in_name(ObjectName object, const QualifiedName& from,
                                     const QualifiedName& to) {
  if (is_called_by_types(object.kind))
    object.member = with_argument_type_renamed(object.member, from, to);
  if (is_cast(object.kind))
    object.parent.name = with_argument_type_renamed(object.parent.name, from, to);
  return object;
}

void rename_table_references(Model& model, const QualifiedName& from, const QualifiedName& to) {
  const auto is_of_it = [&](const ObjectName& object) {
    return is_of_relation(object.kind) && object.parent == from;
  };
  for (Definition& definition : model.definitions) {
    if (!is_of_it(definition.name) && !uses_any(definition, is_of_it)) continue;
    definition.statement = with_object_renamed(definition.statement, from, to);
    if (sql::is_routine(definition.name.kind) && definition.shape)
      definition.shape = with_argument_type_renamed(*definition.shape, from, to);
    for (Property& property : definition.properties)
      if (is_policy_expression(property))
        property.value = with_object_renamed(property.value, from, to);
  }
  for (Table& table : model.tables)
    for (Column& column : table.columns)
      if (std::ranges::any_of(column.uses.objects, is_of_it))
        column.type = with_argument_type_renamed(column.type, from, to);
  rename_objects(model, from, to, is_of_it, [&](ObjectName& object) { object.parent = to; });
  const std::string old_text = sql::identifier(from);
  const std::string text = sql::identifier(to);
  for_each_property(model, [&](Property& property) {
    if (names_parent(property.kind)) {
      if (property.key == old_text) property.key = text;
    } else if (property.kind == PropertyKind::owned_by) {
      if (sql::is_column_of(property.value, old_text))
        property.value.replace(0, old_text.size(), text);
    } else if (property.kind == PropertyKind::publishes) {
      if (property.key == "TABLE ONLY " + old_text) property.key = "TABLE ONLY " + text;
    }
  });
}

void rename_type_references(Model& model, const QualifiedName& from, const QualifiedName& to) {
  const auto is_it = [&](const ObjectName& object) {
    return object.kind == ObjectKind::enum_type && object.parent == from;
  };
  const auto rename = [&](std::string& text) {
    text = with_type_renamed(text, from.name, to.name);
  };
  for (Definition& definition : model.definitions) {
    if (!uses_any(definition, is_it)) continue;
    if (is_called_by_types(definition.name.kind) || is_cast(definition.name.kind))
      definition.statement = with_argument_type_renamed(definition.statement, from, to);
    else
      rename(definition.statement);
    if (definition.shape)
      definition.shape = with_argument_type_renamed(*definition.shape, from, to);
    for (Property& property : definition.properties) {
      if (property.kind == PropertyKind::attribute)
        property.value = with_argument_type_renamed(property.value, from, to);
      else if (property.kind != PropertyKind::privileges)
        rename(property.value);
    }
  }
  for (Table& table : model.tables)
    for (Property& property : table.properties)
      if (property.kind == PropertyKind::partition_key) rename(property.value);
  rename_objects(model, from, to, is_it, [&](ObjectName& object) { object.parent = to; });
}

}  // namespace tenon::fold
