// What a database has besides its schema, and no generated migration carries.
#pragma once

#include "takeover_difference.hpp"

#include <tenon/catalog/connection.hpp>
#include <tenon/runtime/other_ledgers.hpp>

#include <vector>

namespace tenon::cli {

/// Adds the rows of each table, with their count, and the values to which sequences have come.
/// @param ledgers of which nothing is said
/// @throws DatabaseError, ConnectionError
void add_content(Connection& open, const std::vector<OtherLedger>& ledgers,
                 TakeoverDifferences& found);

}  // namespace tenon::cli
