// A renamed table, type or column is renamed wherever a Model names it.
#include <tenon/diff/apply_parts.hpp>
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

}  // namespace

void apply(Model& model, const RenameEnum& change) {
  EnumType& type = enum_of(model, change.from);
  require_schema(model, change.to.schema);
  if (find(model.enums, change.to)) {
    fail("rename to", {ObjectKind::enum_type, change.to, ""}, "it is already there");
  }
  for (Table& table : model.tables) {
    for (Column& column : table.columns) {
      const auto parsed = parse_type(column.type);
      if (parsed && parsed->name == change.from) {
        column.type = sql::identifier(change.to) + parsed->rest;
      }
    }
  }
  type.name = change.to;
}

void apply(Model& model, const RenameTable& change) {
  Table& table = table_of(model, change.from);
  require_schema(model, change.to.schema);
  if (find(model.tables, change.to)) {
    fail("rename to", {ObjectKind::table, change.to, ""}, "it is already there");
  }
  for_each_foreign_key_to(model, change.from,
                          [&](ForeignKey& key) { key.referenced_table = change.to; });
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
  column.name = change.to;
}

}  // namespace tenon::fold
