// From annotations to the constraints of a table, except for foreign keys.
#pragma once

#include "mapping/mapped.hpp"

#include <optional>
#include <string>
#include <vector>

namespace tenon::generator {

/// Reserves the names that people gave to constraints and indexes, all tables' before any is
/// chosen.
void reserve_names(Mapped& mapped);

/// Maps primary_key, unique, check and exclude on members and in TENON_TABLE.
void map_keys(Mapped& mapped);

/// Calls `visit(annotation, member)` for all that is said of the table's columns and of the table;
/// `member` is null in TENON_TABLE.
template <class Visitor>
void for_each_statement(const MappedTable& table, const Visitor& visit) {
  for (const DeclaredMember& member : table.declared->members)
    if (table.types.contains(table.columns.contains(member.name) ? table.columns.at(member.name)
                                                                 : std::string()))
      for (const Annotation& annotation : member.annotations) visit(annotation, &member);
  for (const Annotation& annotation : table.declared->statements)
    visit(annotation, static_cast<const DeclaredMember*>(nullptr));
}

/// The columns of the members among the arguments of `annotation`.
/// @returns nothing when one of them is no column of this table or stands there twice, which is
/// reported.
[[nodiscard]] std::optional<std::vector<std::string>> columns_of(const Annotation& annotation,
                                                                 const MappedTable& table,
                                                                 Diagnostics& diagnostics);

/// The column of one member, likewise.
[[nodiscard]] std::optional<std::string> column_of(const MemberReference& member,
                                                   const MappedTable& table,
                                                   const SourceLocation& location,
                                                   Diagnostics& diagnostics);

/// What `include(…)` inside of `annotation` lists.
[[nodiscard]] std::optional<std::vector<std::string>> included_columns(const Annotation& annotation,
                                                                       const MappedTable& table,
                                                                       Diagnostics& diagnostics);

[[nodiscard]] Deferrability deferrability_of(const Annotation& annotation);

/// Adds a constraint to the table, with its place.
void add_constraint(Constraint constraint, const SourceLocation& location, MappedTable& table,
                    Mapped& mapped);

}  // namespace tenon::generator
