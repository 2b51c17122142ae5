// Properties of modelled objects that a Model has no place for.
#include <tenon/catalog/reading.hpp>

namespace tenon::catalog {
namespace {

constexpr std::string_view of_indexes = R"sql(
SELECT 'index ' || quote_ident(t.nspname) || '.' || quote_ident(c.relname) || ' is invalid'
FROM tables t
JOIN pg_index i ON i.indrelid = t.oid
JOIN pg_class c ON c.oid = i.indexrelid
-- That of a partitioned table is, until each partition has it.
WHERE NOT i.indisvalid AND c.relkind = 'i'
)sql";

}  // namespace

void read_unmodelled_properties(Reading& reading) {
  for (const auto& row : reading.rows(of_indexes)) {
    reading.catalog.unmodelled.push_back(Fields{row}.text());
  }
}

}  // namespace tenon::catalog
