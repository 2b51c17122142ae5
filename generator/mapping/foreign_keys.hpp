// From references(…) and foreign_key(…) to foreign keys.
#pragma once

#include "mapping/mapped.hpp"

namespace tenon::generator {

/// Maps the foreign keys of all tables; they refer to keys, which are mapped before.
void map_foreign_keys(Mapped& mapped);

}  // namespace tenon::generator
