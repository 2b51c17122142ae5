// Which tables changes are about.
#pragma once

#include <tenon/diff/change.hpp>

#include <set>
#include <string>

namespace tenon {

/// The table that a change is about, by the name in the change; null for types and schemas.
[[nodiscard]] const QualifiedName* table_of(const Change& change);

/// The SQL texts of the names of the tables that are dropped, those that come back among them.
[[nodiscard]] std::set<std::string> dropped_tables(const Changes& changes);

}  // namespace tenon
