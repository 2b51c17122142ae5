// Foreign keys of partitions.
#pragma once

#include <tenon/diff/change.hpp>

namespace tenon::planning {

/// A partition has the foreign keys of what it is a partition of, which a Model says of the whole
/// alone. When it leaves, they stay with it as its own. Returns `changes` without additions of such
/// that it keeps, and with drops of those that it is to have no more.
/// https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DETACH-PARTITION
/// @param before the Model before, with the names of the Model after.
[[nodiscard]] Changes with_left_foreign_keys(Changes changes, const Model& before, const Model& to);

}  // namespace tenon::planning
