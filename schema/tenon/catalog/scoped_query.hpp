// What queries of a reading begin with.
#pragma once

#include <tenon/catalog/connection.hpp>
#include <tenon/catalog/scope.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace tenon::catalog {

/// A query and the values of $1, $2, … in it.
struct Query {
  std::string sql;
  std::vector<Value> parameters{};
};

/// Lets queries speak of what is read.
class ScopedQueries {
 public:
  explicit ScopedQueries(const Scope& scope);

  /// `query` with the common table expressions in front of it that it speaks of: members(classid,
  /// objid), what belongs to an extension; schemas(oid, nspname) and tables(oid), what is read.
  [[nodiscard]] Query operator()(std::string_view query) const;

 private:
  /// Arrays of OIDs.
  std::vector<Value> rows_;
};

}  // namespace tenon::catalog
