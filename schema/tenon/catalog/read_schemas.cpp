// pg_namespace: https://www.postgresql.org/docs/current/catalog-pg-namespace.html
#include <tenon/catalog/reading.hpp>

namespace tenon::catalog {

void read_schemas(Reading& reading) {
  reading.each_row(R"sql(
SELECT oid, nspname FROM schemas ORDER BY nspname
)sql",
                   [&reading](Fields& fields) {
                     const auto& oid = fields.text();
                     Schema schema;
                     schema.name = fields.text();
                     schema.comment = reading.comment("pg_namespace", oid);
                     reading.add_name("pg_namespace", oid,
                                      ObjectName{ObjectKind::schema, {schema.name, ""}, ""});
                     // Every database has it, with this comment.
                     if (schema.name == "public" && schema.comment == "standard public schema")
                       return;
                     reading.catalog.model.schemas.push_back(std::move(schema));
                   });
}

}  // namespace tenon::catalog
