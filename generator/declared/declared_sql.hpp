// What annotations say that only PostgreSQL understands.
#pragma once

#include "declared/sql_statement.hpp"

#include <tenon/model/model.hpp>

#include <string>
#include <vector>

namespace tenon {

/// A member of a struct that is a view.
struct ViewColumn {
  std::string name;
  /// SQL text with modifiers.
  std::string type;
  SourceLocation location;
};

/// A struct that is a view or a materialized view.
struct DeclaredView {
  QualifiedName name;
  std::vector<ViewColumn> columns;
  SourceLocation location;
};

struct DeclaredSql {
  /// Partitions and views, which need nothing but the tables.
  std::vector<SqlStatement> with_tables;
  /// Triggers, policies and privileges, which may use what SQL files make.
  std::vector<SqlStatement> after_files;
  std::vector<DeclaredView> views;
};

}  // namespace tenon
