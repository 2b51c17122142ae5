// What the steps of the mapping share: what is declared, and what became of it so far.
#pragma once

#include "declared/declared.hpp"
#include "declared/declared_sql.hpp"
#include "declared/diagnostics.hpp"
#include "mapping/column_type.hpp"
#include "mapping/default_value.hpp"
#include "mapping/object_names.hpp"

#include <tenon/model/declarations.hpp>

#include <map>
#include <string>
#include <vector>

namespace tenon::generator {

struct MappedTable {
  const DeclaredStruct* declared = nullptr;
  Table table;
  /// Members that are columns, and the names of these.
  std::map<std::string, std::string> columns;
  /// The types of the columns by their names.
  std::map<std::string, ColumnType> types;
  /// view(…) or materialized_view(…), for a struct that is one; null for a table.
  const Annotation* view = nullptr;
};

struct Mapped {
  const Declared& declared;
  Diagnostics& diagnostics;
  Declarations result;
  KnownTypes known;
  EnumLabels labels;
  std::vector<MappedTable> tables;
  std::vector<MappedTable> views;
  DeclaredSql sql;
  ObjectNames names;
};

/// `User` of `household::User`.
[[nodiscard]] inline std::string_view simple_name(std::string_view qualified) {
  const auto colon = qualified.rfind(':');
  return colon == qualified.npos ? qualified : qualified.substr(colon + 1);
}

}  // namespace tenon::generator
