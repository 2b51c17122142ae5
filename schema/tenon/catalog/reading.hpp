// One reading of a catalog: what the readers of the single kinds of objects share.
#pragma once

#include <tenon/catalog/catalog.hpp>
#include <tenon/model/model.hpp>

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace tenon::catalog {

/// The values of one row, taken from left to right.
class Fields {
 public:
  explicit Fields(const Row& row) : row_{row} {}

  /// @throws std::logic_error when the value is NULL or there is none.
  [[nodiscard]] const std::string& text();
  [[nodiscard]] std::optional<std::string> optional_text();
  [[nodiscard]] bool boolean();
  /// A value of PostgreSQL's type "char".
  [[nodiscard]] char character();
  [[nodiscard]] QualifiedName qualified_name();

 private:
  const Row& row_;
  std::size_t next_ = 0;
};

/// The state of a reading. Readers run in the order in which they need each other: tables first.
struct Reading {
  Connection& connection;
  int version;
  /// The ignored schemas as a PostgreSQL array, the only parameter of every query.
  std::string ignored_schemas;
  Catalog catalog;
  /// Places in catalog.model by the OID of pg_class or pg_constraint.
  std::map<std::string, std::size_t> tables;
  struct Place {
    std::size_t table;
    std::size_t member;
  };
  std::map<std::string, Place> constraints;
  std::map<std::string, Place> indexes;

  /// Runs `query` with the common table expressions below in front of it:
  /// members(classid, objid), what belongs to an extension; schemas(oid, nspname) and
  /// tables(oid, nspname, relname), what is read.
  [[nodiscard]] Rows rows(std::string_view query) const;

  [[nodiscard]] Table& table(const std::string& oid);
  [[nodiscard]] Constraint& constraint(const std::string& oid);
  [[nodiscard]] Index& index(const std::string& oid);
};

void read_schemas(Reading& reading);
void read_enums(Reading& reading);
void read_tables(Reading& reading);
void read_columns(Reading& reading);
/// Needs tables.
void read_constraints(Reading& reading);
/// Needs tables.
void read_indexes(Reading& reading);
/// Columns and expressions of indexes and exclusion constraints. Needs both.
void read_index_elements(Reading& reading);
void read_extensions(Reading& reading);
/// Objects of kinds that are not in a Model.
void read_unmodelled_objects(Reading& reading);
/// Properties that an object of a Model cannot have.
void read_unmodelled_properties(Reading& reading);

}  // namespace tenon::catalog
