// pg_class: https://www.postgresql.org/docs/current/catalog-pg-class.html
#include <tenon/catalog/reading.hpp>

namespace tenon::catalog {

void read_tables(Reading& reading) {
  reading.each_row(R"sql(
SELECT t.oid, s.nspname, c.relname
FROM tables t JOIN pg_class c ON c.oid = t.oid JOIN schemas s ON s.oid = c.relnamespace
ORDER BY s.nspname, c.relname
)sql",
                   [&tables = reading.catalog.model.tables, &reading](Fields& fields) {
                     const auto& oid = fields.text();
                     Table table;
                     table.name = fields.qualified_name();
                     table.comment = reading.comment("pg_class", oid);
                     reading.tables.emplace(oid, tables.size());
                     reading.tables_by_name.emplace(table.name, tables.size());
                     reading.add_name("pg_class", oid,
                                      ObjectName{ObjectKind::table, table.name, ""});
                     tables.push_back(std::move(table));
                   });
}

}  // namespace tenon::catalog
