// What is left of a concurrent index build or drop that did not come to its end.
#pragma once

#include <tenon/catalog/connection.hpp>
#include <tenon/model/model.hpp>

#include <string>

namespace tenon {

/// The index that CREATE INDEX CONCURRENTLY makes or DROP INDEX CONCURRENTLY drops, with the search
/// path `public`.
struct ConcurrentIndex {
  bool is_created = false;
  QualifiedName name;

  /// @param statement one of the two, as a migration has it
  /// @throws std::out_of_range when it is something else.
  [[nodiscard]] static ConcurrentIndex in(const std::string& statement);
};

/// A build that fails leaves its index, which cannot be used and still costs every write.
enum class IndexState { missing, invalid, valid };

/// https://www.postgresql.org/docs/current/catalog-pg-index.html
[[nodiscard]] IndexState state_of(Connection& connection, const ConcurrentIndex& index);

/// Drops the index if a failed build left it; does nothing to a valid one.
/// @throws DatabaseError, ConnectionError
void drop_invalid(Connection& connection, const ConcurrentIndex& index);

}  // namespace tenon
