// The fold's entry, and the changes of schemas, tables and comments.
//
// Every function checks all it needs before it changes anything, so that a change that does not fit
// leaves the Model as it was.
#include <tenon/diff/apply.hpp>
#include <tenon/diff/apply_parts.hpp>
#include <tenon/diff/describe.hpp>
#include <tenon/model/lookup.hpp>

#include <algorithm>

namespace tenon {
namespace fold {

void fail(const std::string& what, const ObjectName& object, const std::string& reason) {
  throw ApplyError("cannot " + what + " " + describe(object) + ": " + reason);
}

void require_schema(const Model& model, const std::string& name) {
  if (name == "public" || find(model.schemas, name)) return;
  throw ApplyError("there is no schema " + name);
}

namespace {

template <class Object, class Name>
Object& existing(std::vector<Object>& objects, const Name& name, const ObjectName& object) {
  Object* const found = find(objects, name);
  if (!found) throw ApplyError("there is no " + describe(object));
  return *found;
}

ObjectName schema_name(const std::string& name) {
  return {ObjectKind::schema, {name, ""}, ""};
}

}  // namespace

void apply(Model& model, const CreateSchema& change) {
  require_new(model.schemas, change.schema.name, schema_name(change.schema.name));
  model.schemas.push_back(change.schema);
}

void apply(Model& model, const DropSchema& change) {
  const std::string& name = change.schema.name;
  const ObjectName dropped = schema_name(name);
  const Schema& schema = existing(model.schemas, name, dropped);
  const auto is_in_it = [&](const auto& object) { return object.name.schema == name; };
  if (std::ranges::any_of(model.tables, is_in_it) || std::ranges::any_of(model.enums, is_in_it)) {
    fail("drop", dropped, "it is not empty");
  }
  erase(model.schemas, schema);
}

void apply(Model& model, const CreateTable& change) {
  const QualifiedName& name = change.table.name;
  require_schema(model, name.schema);
  require_new(model.tables, name, {ObjectKind::table, name, ""});
  model.tables.push_back(change.table);
}

void apply(Model& model, const DropTable& change) {
  erase(model.tables, table_of(model, change.table.name));
}

namespace {

std::optional<std::string>& comment_of(Model& model, const ObjectName& object) {
  switch (object.kind) {
    case ObjectKind::schema:
      return schema_of(model, object).comment;
    case ObjectKind::enum_type:
      return enum_of(model, object.parent).comment;
    case ObjectKind::table:
    case ObjectKind::foreign_table:
      return table_of(model, object.parent).comment;
    case ObjectKind::column:
      return column_of(table_of(model, object.parent), object.member).comment;
    case ObjectKind::constraint:
      return constraint_of(table_of(model, object.parent), object.member).comment;
    case ObjectKind::index:
      // That of a materialized view is a definition.
      if (Table* table = find(model.tables, object.parent))
        return index_of(*table, object.member).comment;
      return definition_of(model, object).comment;
    default:
      return definition_of(model, object).comment;
  }
}

}  // namespace

void apply(Model& model, const SetComment& change) {
  comment_of(model, change.object) = change.to;
}

Table& table_of(Model& model, const QualifiedName& name) {
  return existing(model.tables, name, {ObjectKind::table, name, ""});
}
EnumType& enum_of(Model& model, const QualifiedName& name) {
  return existing(model.enums, name, {ObjectKind::enum_type, name, ""});
}
Column& column_of(Table& table, const std::string& name) {
  return existing(table.columns, name, {ObjectKind::column, table.name, name});
}
Constraint& constraint_of(Table& table, const std::string& name) {
  return existing(table.constraints, name, {ObjectKind::constraint, table.name, name});
}
Definition& definition_of(Model& model, const ObjectName& name) {
  return existing(model.definitions, name, name);
}
Schema& schema_of(Model& model, const ObjectName& name) {
  if (name.parent.schema == "public" && !find(model.schemas, "public"))
    model.schemas.push_back({.name = "public", .comment = "standard public schema"});
  return existing(model.schemas, name.parent.schema, name);
}
Index& index_of(Table& table, const std::string& name) {
  return existing(table.indexes, name, {ObjectKind::index, table.name, name});
}

}  // namespace fold

void apply(Model& model, const Change& change) {
  std::visit([&](const auto& one) { fold::apply(model, one); }, change);
}

}  // namespace tenon
