// From index(…) to the indexes of a table.
#pragma once

#include "mapping/mapped.hpp"

namespace tenon::generator {

/// Maps index on members and in TENON_TABLE. Keys are mapped before, and have their names.
void map_indexes(Mapped& mapped);

/// The same for one table or materialized view.
void map_indexes(MappedTable& table, Mapped& mapped);

}  // namespace tenon::generator
