// The whole schema at once, for tests.
#pragma once

#include <tenon/history/migration.hpp>
#include <tenon/runtime/any_connection.hpp>
#include <tenon/runtime/expected_catalog.hpp>
#include <tenon/runtime/migrator_errors.hpp>

#include <span>

namespace tenon {

/// The comment that marks a database as one that may be filled and thrown away. A scratch server of
/// Tenon marks its own; another is marked by its owner:
/// `COMMENT ON DATABASE app_test IS 'tenon:scratch'`.
/// https://www.postgresql.org/docs/current/sql-comment.html
inline constexpr const char* scratch_mark = "tenon:scratch";

struct CreateAllOptions {
  enum Purpose {
    /// Only in a database that is marked as scratch.
    in_scratch,
    /// The caller answers for it that the database is a test's.
    testing
  };
  Purpose purpose = in_scratch;
};

/// Creates what all migrations have made, in one transaction and without going their way, and
/// records them as stamp() does, so that status(), health() and verify() find the database at the
/// head. Rows that migrations insert are not there.
///
/// It is for tests, where a database is made a thousand times. A database that has to keep its rows
/// goes by its migrations alone, so this refuses one that is not marked (see scratch_mark) or has
/// objects of its own.
///
/// @param connection without an open transaction
/// @param migrations the whole chain, oldest first
/// @param catalog `expected_catalog()` of the same library
/// @throws RefusedError when it is no database for that, or none was embedded in `catalog`, or it
/// is
///   of other migrations; the database is as it was
/// @throws DatabaseError, also where a role or an extension is missing, then the database is as it
///   was; LockError, LedgerError, ConnectionError.
void create_all(AnyConnection connection, std::span<const Migration> migrations,
                const ExpectedCatalog& catalog, const CreateAllOptions& options = {});

}  // namespace tenon
