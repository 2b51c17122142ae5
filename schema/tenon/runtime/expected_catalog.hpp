// What PostgreSQL says of a schema after its last migration, as it was when the schema was built.
#pragma once

#include <string>
#include <vector>

namespace tenon {

/// A catalog in a form that can be embedded in a program: `expected_catalog()` of a generated
/// library. verify() compares a database with it.
struct ExpectedCatalog {
  /// The id of the last migration; empty before the first.
  std::string head;
  /// The Model as JSON, see model_from_json().
  std::string model;
  /// As Catalog::unmodelled.
  std::vector<std::string> unmodelled;
  /// The major version of the PostgreSQL that printed it.
  int server_major = 0;
  /// Why there is none, as the end of a sentence; empty when there is one.
  std::string missing_because;
};

}  // namespace tenon
