// How a migration makes and drops the indexes of tables that were there before.
#pragma once

#include <tenon/diff/change.hpp>

namespace tenon {

/// In the transaction of the migration, which blocks writes to a table while it is read; or outside
/// it, step by step, which does not.
enum class IndexBuilds { in_transaction, concurrently };

/// `back` with those indexes made or dropped concurrently that `changes` drop or make so, where
/// that is possible on the way back.
/// @param from the Model before `changes`, @param to the Model after: diff(to, from) gave `back`.
[[nodiscard]] Changes with_builds_of(const Changes& changes, const Model& from, const Model& to,
                                     Changes back);

}  // namespace tenon
