// The catalog of a database that a script made.
#pragma once

#include <support/catch.hpp>
#include <support/server.hpp>
#include <tenon/catalog/catalog.hpp>

#include <string>

namespace tenon::test {

inline Catalog catalog_after(const std::string& sql) {
  Database database{sql};
  return read_catalog(database.connection);
}

inline const Table& only_table(const Catalog& catalog) {
  REQUIRE(catalog.model.tables.size() == 1);
  return catalog.model.tables.front();
}

}  // namespace tenon::test
