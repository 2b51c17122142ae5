// pg_namespace: https://www.postgresql.org/docs/current/catalog-pg-namespace.html
#include <tenon/catalog/reading.hpp>

namespace tenon::catalog {

void read_schemas(Reading& reading) {
  for (const auto& row : reading.rows(R"sql(
SELECT nspname, obj_description(oid, 'pg_namespace')
FROM schemas WHERE nspname <> 'public' ORDER BY nspname
)sql")) {
    Fields fields{row};
    Schema schema;
    schema.name = fields.text();
    schema.comment = fields.optional_text();
    reading.catalog.model.schemas.push_back(std::move(schema));
  }
}

}  // namespace tenon::catalog
