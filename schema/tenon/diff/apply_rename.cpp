// A renamed table, type, label or column is renamed wherever a Model names it.
#include <tenon/diff/apply_parts.hpp>
#include <tenon/diff/moved_along.hpp>
#include <tenon/diff/renamed_references.hpp>
#include <tenon/diff/renamed_text.hpp>
#include <tenon/model/column_use.hpp>
#include <tenon/model/lookup.hpp>
#include <tenon/model/type_text.hpp>
#include <tenon/sql/quote.hpp>

#include <algorithm>

namespace tenon::fold {
namespace {

template <class Visitor>
void for_each_foreign_key_to(Model& model, const QualifiedName& table, const Visitor& visit) {
  for (Table& other : model.tables) {
    for (Constraint& constraint : other.constraints) {
      auto* const key = std::get_if<ForeignKey>(&constraint.definition);
      if (key && key->referenced_table == table) visit(*key);
    }
  }
}

template <class Visitor>
void for_each_expression_of(Table& table, const Visitor& visit) {
  for (Column& column : table.columns)
    if (column.generated) visit(*column.generated);
  for (Constraint& constraint : table.constraints) for_each_expression(constraint, visit);
  for (Index& index : table.indexes) for_each_expression(index, visit);
}

}  // namespace

void apply(Model& model, const RenameEnum& change) {
  EnumType& type = enum_of(model, change.from);
  require_schema(model, change.to.schema);
  if (find(model.enums, change.to)) {
    fail("rename to", {ObjectKind::enum_type, change.to, ""}, "it is already there");
  }
  const auto rename = [&](std::string& text) {
    if (mentions(text, change.from.name))
      text = with_type_renamed(text, change.from.name, change.to.name);
  };
  for (Table& table : model.tables) {
    for (Column& column : table.columns) {
      const auto parsed = parse_type(column.type);
      if (parsed && parsed->name == change.from) {
        column.type = sql::identifier(change.to) + parsed->rest;
      }
      if (column.default_value) rename(*column.default_value);
    }
    for_each_expression_of(table, rename);
  }
  rename_type_references(model, change.from, change.to);
  type.name = change.to;
}

void apply(Model& model, const RenameEnumLabel& change) {
  std::vector<std::string>& labels = enum_of(model, change.type).labels;
  const auto label = std::ranges::find(labels, change.from);
  const ObjectName type{ObjectKind::enum_type, change.type, ""};
  if (label == labels.end()) fail("rename a label of", type, "it has no '" + change.from + "'");
  if (std::ranges::find(labels, change.to) != labels.end())
    fail("rename a label of", type, "it has '" + change.to + "' already");
  *label = change.to;
  const auto rename = [&](std::string& text) {
    text = with_label_renamed(text, change.from, change.to);
  };
  for (Table& table : model.tables) {
    bool has_type = false;
    for (Column& column : table.columns) {
      if (!is_of_type(column.type, change.type)) continue;
      has_type = true;
      if (column.default_value) rename(*column.default_value);
    }
    if (has_type) for_each_expression_of(table, rename);
  }
}

void apply(Model& model, const RenameTable& change) {
  Table& table = table_of(model, change.from);
  require_schema(model, change.to.schema);
  if (find(model.tables, change.to)) {
    fail("rename to", {ObjectKind::table, change.to, ""}, "it is already there");
  }
  for_each_foreign_key_to(model, change.from,
                          [&](ForeignKey& key) { key.referenced_table = change.to; });
  for_each_expression_of(table, [&](std::string& text) {
    text = with_table_renamed(text, change.from.name, change.to.name);
  });
  if (change.from.schema != change.to.schema) move_along(model, change.from, change.to.schema);
  rename_table_references(model, change.from, change.to);
  table.name = change.to;
}

void apply(Model& model, const RenameColumn& change) {
  Table& table = table_of(model, change.table);
  Column& column = column_of(table, change.from);
  if (find(table.columns, change.to)) {
    fail("rename to", {ObjectKind::column, table.name, change.to}, "it is already there");
  }
  const auto rename = [&](std::string& name) {
    if (name == change.from) name = change.to;
  };
  for (Constraint& constraint : table.constraints) for_each_listed_column(constraint, rename);
  for (Index& index : table.indexes) for_each_listed_column(index, rename);
  for_each_foreign_key_to(model, change.table, [&](ForeignKey& key) {
    std::ranges::for_each(key.referenced_columns, rename);
  });
  for_each_expression_of(table, [&](std::string& text) {
    if (mentions(text, change.from)) text = with_column_renamed(text, change.from, change.to);
  });
  rename_column_references(model, change.table, change.from, change.to);
  column.name = change.to;
}

}  // namespace tenon::fold
