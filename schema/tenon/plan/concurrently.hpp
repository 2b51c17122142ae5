// Which indexes can be made without blocking writes.
#pragma once

#include <tenon/diff/change.hpp>

namespace tenon {

/// `changes` with `concurrently` kept where PostgreSQL can do so, and taken back elsewhere:
/// - of a partitioned table, of a table that becomes a partition or stops being one, and of the
///   part of a partitioned index that is dropped;
/// - where something else of the changes needs the index to be there or to be gone: a foreign key,
///   a column that is dropped or gets another type, a function it uses, an object that takes its
///   name.
///
/// An index that is dropped and made again under its name is made concurrently as a whole or not at
/// all, so that there is no moment without it.
///
/// @param from the Model before, @param to the Model after: diff(from, to) gave `changes`.
/// https://www.postgresql.org/docs/current/sql-createindex.html#SQL-CREATEINDEX-CONCURRENTLY
[[nodiscard]] Changes concurrent_where_possible(const Model& from, const Model& to,
                                                Changes changes);

/// `changes` with every index made concurrently where that is possible.
/// @param from, to as above.
[[nodiscard]] Changes with_concurrent_builds(const Model& from, const Model& to, Changes changes);

}  // namespace tenon
