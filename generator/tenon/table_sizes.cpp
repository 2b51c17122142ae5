#include "table_sizes.hpp"

#include <string>

namespace tenon::cli {

TableSizes read_table_sizes(Connection& connection) {
  TableSizes sizes;
  // -1, or 0 without a page in PostgreSQL 13, is what was never counted.
  for (const Row& row : connection.query(R"sql(
SELECT n.nspname, c.relname, c.reltuples::bigint
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p', 'm') AND c.reltuples >= 0
  AND (c.reltuples > 0 OR pg_relation_size(c.oid) = 0)
)sql"))
    sizes[{not_null(row.at(0)), not_null(row.at(1))}] = std::stoll(not_null(row.at(2)));
  return sizes;
}

}  // namespace tenon::cli
