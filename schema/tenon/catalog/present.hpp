// What there is to be read in a database, so that nothing is asked about what is not.
#pragma once

#include <tenon/model/model.hpp>

#include <functional>
#include <set>
#include <string>
#include <string_view>

namespace tenon::catalog {

/// There may be more of it than is read: only what is not here is certainly not there.
struct Present {
  std::set<ObjectKind> kinds{ObjectKind::extension};
  /// The catalog tables that may have rows of such, and those that are always read.
  std::set<std::string, std::less<>> classes{"pg_class", "pg_extension", "pg_namespace", "pg_type"};
  /// Of pg_class, pg_proc and pg_type: those in which somebody has been granted something.
  std::set<std::string, std::less<>> granted_classes{};
  /// Properties of relations of which there may be one.
  std::set<PropertyKind> of_relations{};
  /// Tables that are not read.
  bool has_unread_tables = false;
  /// Indexes with storage parameters.
  bool has_index_parameters = false;

  /// Notes a row of a catalog table.
  /// @param code the value of the column that tells kinds of objects apart where the table has more
  ///   than one, otherwise 0
  void add(std::string_view class_name, char code = '\0', bool is_granted = false);
};

}  // namespace tenon::catalog
