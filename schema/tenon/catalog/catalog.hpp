// What PostgreSQL says that a database has.
#pragma once

#include <tenon/catalog/connection.hpp>
#include <tenon/model/model.hpp>

#include <string>
#include <vector>

namespace tenon {

struct CatalogOptions {
  /// PostgreSQL schemas that are not part of what is read, such as that of the ledger.
  std::vector<std::string> ignored_schemas{};
  /// Owners are properties of the objects as well. They are roles of a server, and seldom the same
  /// in two places.
  bool owners = false;
  /// Asks over a second connection as well, when there can be one: faster where the server has a
  /// processor to spare.
  bool second_connection = false;
};

/// The schema of a database, read from its catalog.
struct Catalog {
  /// All that a Model can express, with every text as PostgreSQL prints it while the search path is
  /// `public`, so that objects of that schema are unqualified. Two databases with the same schema
  /// give the same Model, whatever the order and the words in which they were created.
  Model model;
  /// What is in the database and cannot be in a Model, one line each, sorted: `type public.money2`,
  /// `user mapping web on server s`, `index public.i is invalid`. Never empty without a reason: an
  /// object that is neither here nor in `model` belongs to PostgreSQL or to an extension.
  std::vector<std::string> unmodelled;
};

/// Reads the catalog in one transaction with a fixed number of queries, whatever the number of
/// tables. PostgreSQL 13 to 18.
/// https://www.postgresql.org/docs/current/catalogs.html
///
/// @param connection without an open transaction.
/// @throws DatabaseError, also where the role may not read the catalog; ConnectionError;
///   std::runtime_error when the server is older or newer than these.
[[nodiscard]] Catalog read_catalog(Connection& connection, const CatalogOptions& options = {});

}  // namespace tenon
