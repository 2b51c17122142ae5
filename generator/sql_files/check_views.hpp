// Structs that are views, against what their queries give.
#pragma once

#include "declared/declared_sql.hpp"

#include <vector>

namespace tenon {
class Connection;
}

namespace tenon::sql_files {

/// Compares the columns of each view in the database of `open` with the members of its struct: by
/// name, and by type as PostgreSQL understands both. Their order is free, as it is in a query.
/// @throws ViewError at the member, or at the struct for a column that has none; ConnectionError
void check_views(const std::vector<DeclaredView>& views, Connection& open);

}  // namespace tenon::sql_files
