// Reads a catalog in one consistent view.
#include <tenon/catalog/catalog.hpp>
#include <tenon/catalog/reading.hpp>
#include <tenon/model/stable_sort.hpp>

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace tenon {
namespace {

void sort(std::vector<Property>& properties) {
  stable_sort(properties, [](const Property& a, const Property& b) {
    if (a.kind != b.kind) return a.kind < b.kind;
    return !keeps_order(a.kind) && a.key < b.key;
  });
}

void sort_properties(Model& model) {
  for (Schema& schema : model.schemas) sort(schema.properties);
  for (EnumType& type : model.enums) sort(type.properties);
  for (Table& table : model.tables) sort(table.properties);
  for (Definition& definition : model.definitions) sort(definition.properties);
}

/// One view of the catalog for all queries, and one way of printing: these settings change what
/// pg_get_expr() and format_type() return.
constexpr const char* begin = R"sql(
BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;
SET LOCAL search_path = public;
SET LOCAL quote_all_identifiers = off;
SET LOCAL standard_conforming_strings = on;
SET LOCAL timezone = 'UTC';
SET LOCAL datestyle = 'ISO, YMD';
SET LOCAL intervalstyle = 'postgres';
SET LOCAL bytea_output = 'hex';
SET LOCAL extra_float_digits = 1;
SET LOCAL jit = off
)sql";

void read_all(catalog::Reading& reading, const CatalogOptions& options) {
  read_present_kinds(reading);
  read_schemas(reading);
  read_enums(reading);
  read_tables(reading);
  read_columns(reading);
  read_constraints(reading);
  read_indexes(reading);
  read_index_elements(reading);
  read_extensions(reading);
  read_types(reading);
  read_sequences(reading);
  read_routines(reading);
  read_views(reading);
  read_triggers(reading);
  read_policies(reading);
  read_operators(reading);
  read_collations(reading);
  read_languages(reading);
  read_text_search(reading);
  read_foreign_data(reading);
  read_publications(reading);
  read_statistics(reading);
  read_table_properties(reading);
  read_definition_properties(reading);
  read_privileges(reading);
  if (options.owners) read_owners(reading);
  read_dependencies(reading);
  read_unmodelled(reading);
  std::ranges::sort(reading.catalog.unmodelled);
  sort_properties(reading.catalog.model);
}

}  // namespace

Catalog read_catalog(Connection& connection, const CatalogOptions& options) {
  if (const int version = connection.server_version(); version < 130000) {
    throw std::runtime_error{"the server is PostgreSQL " + std::to_string(version / 10000) +
                             "; Tenon reads the catalogs of 13 and later"};
  }
  connection.execute(begin);
  Catalog catalog;
  try {
    catalog::Reading reading{connection, options.ignored_schemas};
    read_all(reading, options);
    catalog = std::move(reading.catalog);
  } catch (const ConnectionError&) {
    throw;
  } catch (...) {
    connection.execute("ROLLBACK");
    throw;
  }
  connection.execute("COMMIT");
  return catalog;
}

}  // namespace tenon
