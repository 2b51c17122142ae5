// From annotated structs to tables and their columns.
#pragma once

#include "mapping/mapped.hpp"

namespace tenon::generator {

/// Names the tables, then maps their columns; keys and indexes are the business of others. The enum
/// types are mapped before.
void map_tables(Mapped& mapped);

}  // namespace tenon::generator
