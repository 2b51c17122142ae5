// pg_class: https://www.postgresql.org/docs/current/catalog-pg-class.html
#include <tenon/catalog/reading.hpp>

#include <cstddef>

namespace tenon::catalog {

void read_tables(Reading& reading) {
  reading.each_row(R"sql(
SELECT t.oid, s.nspname, c.relname, c.relnatts
FROM tables t JOIN pg_class c ON c.oid = t.oid JOIN schemas s ON s.oid = c.relnamespace
ORDER BY s.nspname, c.relname
)sql",
                   [&tables = reading.catalog.model.tables, &reading](Fields& fields) {
                     const ObjectAddress address{"pg_class", fields.oid()};
                     Table table;
                     table.name = fields.qualified_name();
                     table.columns.reserve(static_cast<std::size_t>(fields.number()));
                     table.comment = reading.comment(address);
                     reading.add_place(address, {Place::In::tables, tables.size()});
                     tables.push_back(std::move(table));
                   });
}

}  // namespace tenon::catalog
