// pg_namespace: https://www.postgresql.org/docs/current/catalog-pg-namespace.html
#include <tenon/catalog/reading.hpp>

namespace tenon::catalog {

void add_schemas(Reading& reading) {
  auto& schemas = reading.catalog.model.schemas;
  for (const Namespace& row : reading.scope.schemas) {
    reading.add_place({"pg_namespace", row.oid}, {Place::In::schemas, schemas.size()});
    schemas.push_back({.name = row.name});
  }
}

}  // namespace tenon::catalog
