// PostgreSQL's quoting of names and texts.
#pragma once

#include <tenon/model/model.hpp>

#include <string>
#include <string_view>

namespace tenon::sql {

/// `name` as an SQL identifier: as it is where PostgreSQL would read it back the same, in double
/// quotes otherwise (capitals, spaces, reserved words of any supported major version).
/// https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-IDENTIFIERS
[[nodiscard]] std::string identifier(std::string_view name);

/// schema.name, without the schema when it is `public`.
[[nodiscard]] std::string identifier(const QualifiedName& name);

/// schema.name, with the schema `public` too.
[[nodiscard]] std::string qualified_identifier(const QualifiedName& name);

/// `text` as an SQL string literal, safe with standard_conforming_strings on or off.
[[nodiscard]] std::string literal(std::string_view text);

}  // namespace tenon::sql
