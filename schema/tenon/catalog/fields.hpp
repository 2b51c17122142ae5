// The values of one row of a catalog query.
#pragma once

#include <tenon/catalog/connection.hpp>
#include <tenon/model/model.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace tenon::catalog {

/// The values of one row, taken from left to right.
class Fields {
 public:
  explicit Fields(const Row& row) : row_{row} {}

  /// @throws std::logic_error when the value is NULL or there is none.
  [[nodiscard]] const std::string& text();
  [[nodiscard]] std::optional<std::string> optional_text();
  /// An expression as PostgreSQL prints it, in a form that it reads back (see printed_text.hpp).
  [[nodiscard]] std::optional<std::string> optional_expression();
  [[nodiscard]] bool boolean();
  /// A value of PostgreSQL's type "char".
  [[nodiscard]] char character();
  [[nodiscard]] QualifiedName qualified_name();
  /// The elements of an array of integers, none when it is NULL.
  [[nodiscard]] std::vector<std::string> numbers();

 private:
  const Row& row_;
  std::size_t next_ = 0;
};

}  // namespace tenon::catalog
