// What a reading of a catalog sees, and what there is to be seen.
#pragma once

#include <tenon/catalog/connection.hpp>
#include <tenon/model/model.hpp>

#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace tenon::catalog {

/// A query and the values of $1, $2, … in it.
struct Query {
  std::string sql;
  std::vector<Value> parameters{};
};

struct Scope {
  /// Arrays of OIDs: of what belongs to an extension, the catalog table, the row and the extension;
  /// the schemas and the tables that are read.
  std::vector<Value> rows{};
  /// Kinds of definitions of which there may be one. Of all others there is none.
  std::set<ObjectKind> present_kinds{ObjectKind::extension};
  /// The catalog tables that may have rows of such, and those that are always read.
  std::set<std::string, std::less<>> present_classes{"pg_class", "pg_extension", "pg_namespace",
                                                     "pg_type"};
  /// Of pg_class, pg_proc and pg_type: those in which somebody has been granted something.
  std::set<std::string, std::less<>> granted_classes{};
};

/// Finds out which schemas are read, what in them belongs to extensions, and what is not there at
/// all, so that nothing is asked about it.
/// @param connection is inside the transaction of the reading.
/// @throws DatabaseError, ConnectionError
[[nodiscard]] Scope read_scope(Connection& connection,
                               const std::vector<std::string>& ignored_schemas);

/// `query` with the common table expressions in front of it that it speaks of: members(classid,
/// objid, extension), what belongs to an extension; schemas(oid, nspname) and tables(oid), what is
/// read.
[[nodiscard]] Query with_scope(const Scope& scope, std::string_view query);

}  // namespace tenon::catalog
