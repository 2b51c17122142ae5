// Structs that are views.
#pragma once

#include "mapping/mapped.hpp"

namespace tenon::generator {

/// Maps view and materialized_view: to the statements that create them, and to the columns that
/// their queries have to give. Comes after map_tables(), which maps their members.
void map_views(Mapped& mapped);

}  // namespace tenon::generator
