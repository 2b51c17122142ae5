// From what headers declare to the Model and what goes with it.
#pragma once

#include "declared/declared.hpp"
#include "declared/declared_sql.hpp"
#include "declared/diagnostics.hpp"

#include <tenon/model/declarations.hpp>

#include <vector>

namespace tenon::generator {

struct MappedDeclarations {
  /// What is known without a server: tables and types.
  Declarations declarations;
  /// The rest, and what has to be asked of one.
  DeclaredSql sql;
  /// Views as if they were tables, for those who only read rows.
  std::vector<Table> views;
};

/// Maps everything, and reports everything that cannot be mapped. Locations are those of
/// `declared`; `headers` is left empty. After an error the result is not to be used.
[[nodiscard]] MappedDeclarations map_declarations(const Declared& declared,
                                                  Diagnostics& diagnostics);

}  // namespace tenon::generator
