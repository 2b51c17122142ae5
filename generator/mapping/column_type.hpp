// From C++ types to PostgreSQL types: the table of docs/annotations.md.
#pragma once

#include "declared/declared.hpp"
#include "declared/diagnostics.hpp"

#include <tenon/model/model.hpp>

#include <map>
#include <optional>
#include <set>
#include <string>

namespace tenon::generator {

/// What a value of a type is, as far as defaults and annotations need to know.
enum class TypeKind {
  boolean,
  integer,
  floating,
  numeric,
  text,
  network,
  bytes,
  enumeration,
  array,
  other
};

struct ColumnType {
  /// SQL text with modifiers.
  std::string sql;
  TypeKind kind = TypeKind::other;
  /// The C++ type is std::optional.
  bool is_optional = false;
  /// Said by sql_type(…): nothing is known of it.
  bool is_custom = false;
};

/// What a type may name: enums that are enum types, structs that are tables, by their C++ names.
struct KnownTypes {
  std::map<std::string, QualifiedName> enums;
  std::map<std::string, QualifiedName> tables;
  /// Of either, those that something is wrong with. It was told, so what names them is not.
  std::set<std::string> rejected;
};

/// The type of a member's column, by its C++ type and varchar, character, numeric, sql_type.
/// @returns nothing after a type that has no PostgreSQL type, which is reported here or before.
[[nodiscard]] std::optional<ColumnType> column_type(const DeclaredMember& member,
                                                    const KnownTypes& known,
                                                    Diagnostics& diagnostics);

}  // namespace tenon::generator
