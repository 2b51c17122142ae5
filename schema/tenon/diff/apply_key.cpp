// The fold of changes to constraints and indexes.
#include <tenon/diff/apply_parts.hpp>
#include <tenon/diff/describe.hpp>
#include <tenon/model/column_use.hpp>
#include <tenon/model/lookup.hpp>

namespace tenon::fold {
namespace {

template <class Object>
void add(Table& table, std::vector<Object>& objects, const Object& object, const ObjectName& name) {
  if (find(objects, object.name)) fail("add", name, "it is already there");
  for_each_listed_column(object, [&](const std::string& column) {
    if (!find(table.columns, column)) {
      fail("add", name,
           "there is no " + describe(ObjectName{ObjectKind::column, table.name, column}));
    }
  });
  objects.push_back(object);
}

template <class Object>
void rename(const std::vector<Object>& objects, Object& object, const ObjectName& to) {
  if (find(objects, to.member)) fail("rename to", to, "it is already there");
  object.name = to.member;
}

}  // namespace

void apply(Model& model, const AddConstraint& change) {
  Table& table = table_of(model, change.table);
  add(table, table.constraints, change.constraint,
      {ObjectKind::constraint, change.table, change.constraint.name});
}

void apply(Model& model, const DropConstraint& change) {
  Table& table = table_of(model, change.table);
  erase(table.constraints, constraint_of(table, change.constraint.name));
}

void apply(Model& model, const RenameConstraint& change) {
  Table& table = table_of(model, change.table);
  rename(table.constraints, constraint_of(table, change.from),
         {ObjectKind::constraint, change.table, change.to});
}

void apply(Model& model, const ValidateConstraint& change) {
  constraint_of(table_of(model, change.table), change.constraint).not_valid = false;
}

void apply(Model& model, const AlterConstraintDeferrability& change) {
  Table& table = table_of(model, change.table);
  constraint_of(table, change.constraint).deferrability = change.to;
}

void apply(Model& model, const CreateIndex& change) {
  Table& table = table_of(model, change.table);
  add(table, table.indexes, change.index, {ObjectKind::index, change.table, change.index.name});
}

void apply(Model& model, const DropIndex& change) {
  Table& table = table_of(model, change.table);
  erase(table.indexes, index_of(table, change.index.name));
}

void apply(Model& model, const RenameIndex& change) {
  Table& table = table_of(model, change.table);
  rename(table.indexes, index_of(table, change.from), {ObjectKind::index, change.table, change.to});
}

}  // namespace tenon::fold
