// What PostgreSQL says of an object, and the SQL that asks for it: the same question when a state
// is written down and when it is looked for again.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace tenon::sql {

/// What can be asked about an object.
enum class StateKind {
  column,
  column_comment,
  constraint,
  constraint_comment,
  enum_type,
  enum_type_comment,
  extension,
  index,
  index_comment,
  /// Of a table, a view or a sequence.
  privileges,
  /// A function or a procedure.
  routine,
  row_security,
  schema,
  sequence,
  /// Of a table, a view or an index.
  storage_parameters,
  table,
  /// The names and types of all columns of a table, whatever their order.
  table_columns,
  table_comment,
  trigger,
  view
};

/// An object, and what PostgreSQL says of it.
struct ObjectState {
  StateKind kind = StateKind::table;
  /// The table, index, type or view as SQL names it with its schema; the name of a schema, of an
  /// extension, or of the schema of a routine.
  std::string object{};
  /// The name of a column, constraint or trigger; `total(integer, text)` of a routine.
  std::string member{};
  /// `text NOT NULL`; nothing when the object is not there.
  std::optional<std::string> state{};
  /// What PostgreSQL says of it where all is as it should be.
  std::optional<std::string> expected{};

  friend bool operator==(const ObjectState&, const ObjectState&) = default;
};

/// `column_comment` in words: `column comment`.
[[nodiscard]] std::string_view name_of(StateKind kind);

/// A query with a row for each of `states`, in their order: what PostgreSQL says now. It is to be
/// asked with printing_settings, without which the same state is printed in other words.
[[nodiscard]] std::string states_query(std::span<const ObjectState> states);

/// A FROM clause, without the keyword, of all of `states` as `drift (place, kind, object, member,
/// state, expected)` beside what PostgreSQL says now as `here (state)`; to be asked like
/// states_query().
/// @param indent stands before each line but the first
[[nodiscard]] std::string states_clause(std::span<const ObjectState> states,
                                        const std::string& indent);

}  // namespace tenon::sql
