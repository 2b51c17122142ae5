// Identity columns of partitions.
#pragma once

#include <tenon/diff/change.hpp>

namespace tenon::planning {

/// From PostgreSQL 17 on, a partition has the identity columns of its parent: it gets them when it
/// is attached, where it must have none of its own, and loses them when it is detached. Returns
/// `changes` with what is left to do by statements.
/// https://www.postgresql.org/docs/17/ddl-identity-columns.html
/// @param before the Model before, with the names of the Model after.
[[nodiscard]] Changes without_given_identities(Changes changes, const Model& before,
                                               const Model& to);

}  // namespace tenon::planning
