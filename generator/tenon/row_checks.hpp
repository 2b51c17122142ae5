// Whether the rows of a database let a migration run.
#pragma once

#include <tenon/catalog/connection.hpp>
#include <tenon/history/reconciliation.hpp>

#include <span>
#include <string>
#include <vector>

namespace tenon::cli {

/// Rows that stand in the way of a change.
struct RowProblem {
  struct Value {
    /// As an SQL literal.
    std::string literal;
    /// How many rows have it.
    std::string rows;
  };

  /// In words, by the name that the database has: `column rsvps.status`.
  std::string object;
  /// In a sentence without a full stop.
  std::string message;
  /// Those that are wrong, at most twenty.
  std::vector<Value> values;
  /// What to do.
  std::string advice;
};

/// Asks the tables that `changes` and `steps` are about, in one read-only transaction: texts that
/// are to be labels and are none, rows without a value where there has to be one, rows that a new
/// key, foreign key or check refuses, as far as the columns are there already.
/// @param seen  the Model of the database
/// @param steps what `changes` were planned as, with what fills columns
/// @throws DatabaseError, as where the role may not read a table; ConnectionError
[[nodiscard]] std::vector<RowProblem> row_problems(Connection& connection, const Model& seen,
                                                   const Changes& changes,
                                                   std::span<const ReconcileStep> steps);

}  // namespace tenon::cli
