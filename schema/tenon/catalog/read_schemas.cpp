// pg_namespace: https://www.postgresql.org/docs/current/catalog-pg-namespace.html
#include <tenon/catalog/reading.hpp>

namespace tenon::catalog {

void read_schemas(Reading& reading) {
  reading.each_row(R"sql(
SELECT oid, nspname FROM schemas ORDER BY nspname
)sql",
                   [&reading](Fields& fields) {
                     const ObjectAddress address{"pg_namespace", fields.oid()};
                     Schema schema;
                     schema.name = fields.text();
                     schema.comment = reading.comment(address);
                     auto& schemas = reading.catalog.model.schemas;
                     reading.add_place(address, {Place::In::schemas, schemas.size()});
                     schemas.push_back(std::move(schema));
                   });
}

}  // namespace tenon::catalog
