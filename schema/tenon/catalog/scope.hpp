// What a reading of a catalog sees, and what there is to be seen.
#pragma once

#include <tenon/catalog/connection.hpp>
#include <tenon/catalog/places.hpp>
#include <tenon/catalog/present.hpp>
#include <tenon/model/model.hpp>

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace tenon::catalog {

/// A row of pg_namespace that is read.
struct Namespace {
  Oid oid;
  std::string name;
};

/// A row of pg_class that is read, unless it is an index.
struct Relation {
  Oid oid;
  QualifiedName name;
  char kind;
  /// How many columns it has or had.
  int columns;
};

/// A row of a catalog table that belongs to an extension.
struct Member {
  Oid classid;
  Oid objid;
};

struct Scope {
  /// The catalog tables, by OID.
  std::unordered_map<Oid, std::string> class_names{};
  /// The name of a catalog table, empty when there is none of that OID.
  [[nodiscard]] std::string_view class_name(Oid oid) const;

  /// By name.
  std::vector<Namespace> schemas{};
  /// By schema and name.
  std::vector<Relation> relations{};
  std::vector<Member> members{};
  /// Which extension the members belong to.
  ByAddress<Oid> extensions{};
  Present present{};
};

/// Finds out which schemas are read, what in them belongs to extensions, and what is not there at
/// all, so that nothing is asked about it.
/// @param connection is inside the transaction of the reading.
/// @throws DatabaseError, ConnectionError
[[nodiscard]] Scope read_scope(Connection& connection,
                               const std::vector<std::string>& ignored_schemas);

/// Whether the relation is a Table of a Model.
[[nodiscard]] bool is_table(const Relation& relation) noexcept;

}  // namespace tenon::catalog
