// pg_namespace: https://www.postgresql.org/docs/current/catalog-pg-namespace.html
#include <tenon/catalog/reading.hpp>

namespace tenon::catalog {

void read_schemas(Reading& reading) {
  for (const auto& row : reading.rows(R"sql(
SELECT oid, nspname, obj_description(oid, 'pg_namespace') FROM schemas ORDER BY nspname
)sql")) {
    Fields fields{row};
    const auto& oid = fields.text();
    Schema schema;
    schema.name = fields.text();
    schema.comment = fields.optional_text();
    reading.add_name("pg_namespace", oid, ObjectName{ObjectKind::schema, {schema.name, ""}, ""});
    // Every database has it, with this comment.
    if (schema.name == "public" && schema.comment == "standard public schema") continue;
    reading.catalog.model.schemas.push_back(std::move(schema));
  }
}

}  // namespace tenon::catalog
