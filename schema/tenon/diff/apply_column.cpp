// The fold of changes to columns.
#include <tenon/diff/apply_parts.hpp>
#include <tenon/diff/describe.hpp>
#include <tenon/model/column_use.hpp>
#include <tenon/model/lookup.hpp>

namespace tenon::fold {

void apply(Model& model, const AddColumn& change) {
  Table& table = table_of(model, change.table);
  const ObjectName name{ObjectKind::column, change.table, change.column.name};
  if (find(table.columns, change.column.name)) fail("add", name, "it is already there");
  table.columns.push_back(change.column);
}

void apply(Model& model, const DropColumn& change) {
  Table& table = table_of(model, change.table);
  const std::string& name = change.column.name;
  const Column& column = column_of(table, name);
  const ObjectName object{ObjectKind::column, change.table, name};
  for (const Constraint& constraint : table.constraints) {
    if (lists_column(constraint, name)) {
      fail("drop", object,
           describe(ObjectName{ObjectKind::constraint, table.name, constraint.name}) + " has it");
    }
  }
  for (const Index& index : table.indexes) {
    if (lists_column(index, name)) {
      fail("drop", object,
           describe(ObjectName{ObjectKind::index, table.name, index.name}) + " has it");
    }
  }
  erase(table.columns, column);
}

void apply(Model& model, const AlterColumnType& change) {
  Column& column = column_of(table_of(model, change.table), change.column);
  column.type = change.to_type;
  column.collation = change.to_collation;
}

void apply(Model& model, const AlterColumnNotNull& change) {
  column_of(table_of(model, change.table), change.column).not_null = change.not_null;
}

void apply(Model& model, const AlterColumnDefault& change) {
  column_of(table_of(model, change.table), change.column).default_value = change.to;
}

void apply(Model& model, const AlterColumnIdentity& change) {
  Column& column = column_of(table_of(model, change.table), change.column);
  column.identity = change.to;
  column.identity_options = change.to_options;
}

void apply(Model& model, const AlterColumnGenerated& change) {
  Column& column = column_of(table_of(model, change.table), change.from.name);
  if (change.to.name != change.from.name) {
    fail("change", {ObjectKind::column, change.table, change.from.name},
         "the change gives it another name");
  }
  column = change.to;
}

}  // namespace tenon::fold
