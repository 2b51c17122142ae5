// SQL that a person wrote to stand inside of a statement, by PostgreSQL's own scanner and parser
// (libpg_query).
#pragma once

#include <optional>
#include <string>

namespace tenon::sql {

/// What a text is to be.
enum class FragmentKind {
  /// As in CHECK (…), WHERE … and USING ….
  /// https://www.postgresql.org/docs/current/sql-expressions.html
  expression,
  /// An expression as it may stand after DEFAULT in a column's definition, where an operator that
  /// is
  /// a word needs parentheses.
  /// https://www.postgresql.org/docs/current/sql-createtable.html
  column_default,
  /// https://www.postgresql.org/docs/current/datatype.html
  type,
  /// https://www.postgresql.org/docs/current/collation.html
  collation,
  /// As in EXCLUDE (room WITH …): `=`, or `OPERATOR(pg_catalog.=)`.
  /// https://www.postgresql.org/docs/current/sql-createtable.html#SQL-CREATETABLE-EXCLUDE
  exclusion_operator,
  /// With its parameters, if it has any.
  /// https://www.postgresql.org/docs/current/indexes-opclass.html
  operator_class,
  /// `fillfactor = 70`.
  /// https://www.postgresql.org/docs/current/sql-createindex.html#SQL-CREATEINDEX-STORAGE-PARAMETERS
  storage_parameter
};

enum class FragmentFault {
  /// PostgreSQL's grammar has no place for it there.
  unreadable,
  /// It is something besides, or something else, that may stand in the same place.
  not_alone,
  /// It has a comment, which may hide what is written after it.
  comment,
  /// `serial` and its like, of which PostgreSQL makes a type, a default and a sequence.
  /// https://www.postgresql.org/docs/current/datatype-numeric.html#DATATYPE-SERIAL
  pseudo_type
};

struct FragmentProblem {
  FragmentFault fault = FragmentFault::unreadable;
  /// What is wrong with an unreadable text, in the parser's words and in one line; otherwise empty.
  std::string reason;
};

/// Whether `text` is exactly one fragment of this kind, so that it cannot say anything else of the
/// statement that it is put into. What it means is left to the server.
/// @param kind what it is to be.
/// @param text SQL in UTF-8.
/// @returns what is wrong with it, or nothing.
[[nodiscard]] std::optional<FragmentProblem> fragment_problem(FragmentKind kind,
                                                              const std::string& text);

}  // namespace tenon::sql
