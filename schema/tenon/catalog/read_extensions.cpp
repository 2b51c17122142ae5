// pg_extension: https://www.postgresql.org/docs/current/catalog-pg-extension.html
#include <tenon/catalog/reading.hpp>

namespace tenon::catalog {

void read_extensions(Reading& reading) {
  for (const auto& row : reading.connection.query(
           "SELECT extname FROM pg_extension WHERE extname <> 'plpgsql' ORDER BY extname")) {
    reading.catalog.extensions.push_back(Fields{row}.text());
  }
}

}  // namespace tenon::catalog
