// The two sides of a comparison with a live database.
#pragma once

#include <tenon/catalog/catalog.hpp>
#include <tenon/runtime/any_connection.hpp>
#include <tenon/runtime/other_ledgers.hpp>
#include <tenon/runtime/verify.hpp>

#include <string>
#include <vector>

namespace tenon {

/// What is in a database and what is expected there, both without what is others' business.
struct ComparedCatalogs {
  Catalog seen;
  Catalog expected;
  /// Schemas of the database in which nothing is declared, so that they were not read.
  std::vector<std::string> undeclared_schemas;
  /// What other tools keep in the database, taken out of `seen`.
  std::vector<OtherLedger> other_ledgers;
  /// The major versions that printed the two sides.
  int seen_by = 0;
  int expected_by = 0;
};

/// Reads the database, and leaves out on both sides what `options` leave to others.
/// @throws as verify()
[[nodiscard]] ComparedCatalogs read_compared_catalogs(AnyConnection connection,
                                                      const ExpectedCatalog& expected,
                                                      const VerifyOptions& options = {});

/// The comparison of what was read.
[[nodiscard]] Verification verify(const ComparedCatalogs& catalogs,
                                  const VerifyOptions& options = {});

/// Whether `object` is what the text of `ignored` names.
[[nodiscard]] bool is_ignored_as(const std::string& object, const IgnoredObject& ignored);

}  // namespace tenon
