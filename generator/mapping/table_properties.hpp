// What a table is beside its columns, constraints and indexes.
#pragma once

#include "mapping/mapped.hpp"

namespace tenon::generator {

/// Maps unlogged and row_security on structs, partition_by and storage_parameter in TENON_TABLE.
/// Comes after keys and indexes: those of a partitioned table are partitioned.
void map_table_properties(Mapped& mapped);

}  // namespace tenon::generator
