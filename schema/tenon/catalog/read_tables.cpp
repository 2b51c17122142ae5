// pg_class: https://www.postgresql.org/docs/current/catalog-pg-class.html
#include <tenon/catalog/reading.hpp>

namespace tenon::catalog {

void read_tables(Reading& reading) {
  auto& tables = reading.catalog.model.tables;
  for (const auto& row : reading.rows(R"sql(
SELECT oid, nspname, relname, obj_description(oid, 'pg_class')
FROM tables ORDER BY nspname, relname
)sql")) {
    Fields fields{row};
    const auto& oid = fields.text();
    Table table;
    table.name = fields.qualified_name();
    table.comment = fields.optional_text();
    reading.tables.emplace(oid, tables.size());
    reading.tables_by_name.emplace(table.name, tables.size());
    reading.add_name("pg_class", oid, ObjectName{ObjectKind::table, table.name, ""});
    tables.push_back(std::move(table));
  }
}

}  // namespace tenon::catalog
