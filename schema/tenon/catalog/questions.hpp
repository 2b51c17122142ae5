// Queries that are asked over more than one connection, and answers that are used in order.
#pragma once

#include <tenon/catalog/connection.hpp>
#include <tenon/catalog/fields.hpp>

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace tenon::catalog {

struct Question {
  std::string query;
  /// Gets the rows of the answer, one after the other.
  std::function<void(Fields&)> use;
  /// The values of $1, $2, …
  std::vector<Value> parameters{};
};

/// Asks all questions and uses the answers in the order of the questions, in the calling thread.
/// @param open_second opens another connection that sees what the first sees, or none, or throws.
///   It is called in another thread. What that connection cannot ask, the first does.
///   Empty to ask on the first alone.
/// @throws DatabaseError, ConnectionError, and what `use` throws.
void ask(Connection& first, const std::function<std::optional<Connection>()>& open_second,
         std::vector<Question> questions);

}  // namespace tenon::catalog
