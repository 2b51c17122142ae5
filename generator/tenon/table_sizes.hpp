// How large the tables of a live database are.
#pragma once

#include <tenon/catalog/connection.hpp>
#include <tenon/model/model.hpp>

#include <cstdint>
#include <map>

namespace tenon::cli {

/// About how many rows each table has, as PostgreSQL counted when it analysed it last; those that
/// it never analysed are not in it.
using TableSizes = std::map<QualifiedName, std::int64_t>;

/// Reads them from the catalog, in one query that locks no table.
/// https://www.postgresql.org/docs/current/catalog-pg-class.html
/// @throws DatabaseError, ConnectionError
[[nodiscard]] TableSizes read_table_sizes(Connection& connection);

}  // namespace tenon::cli
