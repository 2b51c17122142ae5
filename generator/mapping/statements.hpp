// Partitions, triggers, policies and privileges, as SQL.
#pragma once

#include "mapping/mapped.hpp"

#include <string>

namespace tenon::generator {

/// Maps partition in TENON_TABLE. Comes before views, which may read from partitions.
void map_partitions(Mapped& mapped);

/// Maps trigger, policy and grant in TENON_TABLE of tables and views.
void map_statements(Mapped& mapped);

/// Reports texts that make of `statement` more than one statement, or none.
/// @returns whether it is one.
bool check_statement(const SqlStatement& statement, Diagnostics& diagnostics);

}  // namespace tenon::generator
