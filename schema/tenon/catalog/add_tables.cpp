// pg_class: https://www.postgresql.org/docs/current/catalog-pg-class.html
#include <tenon/catalog/reading.hpp>

#include <cstddef>
#include <utility>

namespace tenon::catalog {

void add_tables(Reading& reading) {
  auto& tables = reading.catalog.model.tables;
  for (const Relation& row : reading.scope.relations) {
    if (!is_table(row)) continue;
    Table table;
    table.name = row.name;
    table.columns.reserve(static_cast<std::size_t>(row.columns));
    reading.add_place({"pg_class", row.oid}, {Place::In::tables, tables.size()});
    tables.push_back(std::move(table));
  }
}

}  // namespace tenon::catalog
