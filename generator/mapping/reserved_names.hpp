// Names that PostgreSQL keeps for itself, or finds before those of the schema `public`.
#pragma once

#include "declared/diagnostics.hpp"

#include <tenon/model/declarations.hpp>

#include <string_view>

namespace tenon::generator {

/// Whether every table has a column of this name already.
/// https://www.postgresql.org/docs/current/ddl-system-columns.html
[[nodiscard]] bool is_system_column(std::string_view name);

/// Reports the name of a table or an enum type, and its schema, when PostgreSQL would refuse it, or
/// would take the object of pg_catalog that is called so: that one is found first wherever a name
/// of `public` is said without its schema.
/// https://www.postgresql.org/docs/current/ddl-schemas.html#DDL-SCHEMAS-CATALOG
void check_reserved_names(ObjectKind kind, const QualifiedName& name,
                          const SourceLocation& location, Diagnostics& diagnostics);

}  // namespace tenon::generator
