// What needs what in a database, and what is a part of what.
#pragma once

#include <tenon/catalog/places.hpp>

#include <vector>

namespace tenon::catalog {

/// A row of pg_depend.
/// https://www.postgresql.org/docs/current/catalog-pg-depend.html
struct Dependency {
  ObjectAddress object;
  ObjectAddress used;
  /// deptype: 'n' normal, 'a' automatic, 'i' internal; the others are not read.
  char type;
};

/// Of what initdb did not make.
struct Dependencies {
  std::vector<Dependency> all{};
  /// What is made and dropped with another object, as a part of it, and that object: the type of a
  /// table's rows, an array's type, the rule that is a view, an index behind a constraint.
  ByAddress<ObjectAddress> wholes{};
};

}  // namespace tenon::catalog
