// The order of the steps: names before what refers to them, keys before foreign keys.
#include "mapping/map_declarations.hpp"

#include "mapping/enum_types.hpp"
#include "mapping/foreign_keys.hpp"
#include "mapping/indexes.hpp"
#include "mapping/keys.hpp"
#include "mapping/mapped.hpp"
#include "mapping/statements.hpp"
#include "mapping/table_properties.hpp"
#include "mapping/tables.hpp"
#include "mapping/views.hpp"

#include <fmt/format.h>

#include <tenon/model/lookup.hpp>

namespace tenon::generator {
namespace {

void add_schema(Model& model, const QualifiedName& name) {
  if (name.schema != "public" && find(model.schemas, name.schema) == nullptr)
    model.schemas.push_back({.name = name.schema, .comment = {}});
}

void warn_about_missing_key(const MappedTable& table, Diagnostics& diagnostics) {
  for (const Constraint& constraint : table.table.constraints)
    if (std::holds_alternative<PrimaryKey>(constraint.definition)) return;
  diagnostics.warning(table.declared->location, "no-primary-key",
                      fmt::format("{} has no primary key", table.declared->name),
                      "say TENON(primary_key) on a member, so that a row can be told from another");
}

}  // namespace

MappedDeclarations map_declarations(const Declared& declared, Diagnostics& diagnostics) {
  Mapped mapped{.declared = declared,
                .diagnostics = diagnostics,
                .result = {},
                .known = {},
                .labels = {},
                .tables = {},
                .views = {},
                .sql = {},
                .names = {}};
  map_enum_types(mapped);
  map_tables(mapped);
  reserve_names(mapped);
  map_keys(mapped);
  map_indexes(mapped);
  map_foreign_keys(mapped);
  map_table_properties(mapped);
  map_partitions(mapped);
  map_views(mapped);
  map_statements(mapped);

  Model& model = mapped.result.model;
  for (const EnumType& type : model.enums) add_schema(model, type.name);
  for (MappedTable& table : mapped.tables) {
    if (!diagnostics.has_errors()) warn_about_missing_key(table, diagnostics);
    add_schema(model, table.table.name);
    model.tables.push_back(std::move(table.table));
  }
  std::vector<Table> views;
  for (MappedTable& view : mapped.views) {
    add_schema(model, view.table.name);
    views.push_back(std::move(view.table));
  }
  return {std::move(mapped.result), std::move(mapped.sql), std::move(views)};
}

}  // namespace tenon::generator
