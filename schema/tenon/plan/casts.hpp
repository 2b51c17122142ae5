// How the values of a column become values of another type.
#pragma once

#include <tenon/model/model.hpp>

#include <optional>
#include <string>

namespace tenon::planning {

/// The expression that makes a `to` of a value of `column`, by way of its text.
[[nodiscard]] std::string by_text(const std::string& column, const std::string& from,
                                  const std::string& to);

/// Whether PostgreSQL has no cast between two of its own types, so that values can become others by
/// way of their text alone, if at all. Of other types nothing is known.
/// https://www.postgresql.org/docs/current/sql-createcast.html, \dC of psql
[[nodiscard]] bool has_no_cast(const std::string& from, const std::string& to);

}  // namespace tenon::planning
