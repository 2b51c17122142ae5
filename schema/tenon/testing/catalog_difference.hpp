// Two catalogs, and in words where they differ.
#pragma once

#include <tenon/catalog/catalog.hpp>

#include <string>
#include <vector>

namespace tenon::testing {

/// A catalog, and what a sentence calls it.
struct NamedCatalog {
  std::string name;
  Catalog catalog;
};

/// A sentence for each difference: what one has and the other lacks in both directions, and what
/// both have otherwise, from `from` to `to`.
[[nodiscard]] std::vector<std::string> differences(const NamedCatalog& from,
                                                   const NamedCatalog& to);

}  // namespace tenon::testing
