// The values of one row of a catalog query.
#pragma once

#include <tenon/catalog/result.hpp>
#include <tenon/model/model.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tenon::catalog {

/// The number of a row of a catalog table.
using Oid = std::uint32_t;

/// The first one of an object that initdb did not make.
/// https://www.postgresql.org/docs/current/system-catalog-initial-data.html#SYSTEM-CATALOG-OID-ASSIGNMENT
inline constexpr Oid first_normal_oid = 16384;

/// The values of one row, taken from left to right.
class Fields {
 public:
  explicit Fields(RowView row) : row_{row} {}

  /// @throws std::logic_error when the value is NULL or there is none.
  [[nodiscard]] std::string text();
  [[nodiscard]] std::optional<std::string> optional_text();
  /// The same, good as long as the row is.
  [[nodiscard]] std::string_view view();
  [[nodiscard]] Oid oid();
  [[nodiscard]] std::optional<Oid> optional_oid();
  /// An expression as PostgreSQL prints it, in a form that it reads back (see printed_text.hpp).
  [[nodiscard]] std::optional<std::string> optional_expression();
  [[nodiscard]] bool boolean();
  /// A value of PostgreSQL's type "char".
  [[nodiscard]] char character();
  [[nodiscard]] QualifiedName qualified_name();
  [[nodiscard]] int number();
  [[nodiscard]] std::optional<int> optional_number();
  [[nodiscard]] std::int64_t bigint();
  /// The elements of an array of integers, none when it is NULL.
  [[nodiscard]] std::vector<int> numbers();

 private:
  ValueView next();

  RowView row_;
  std::size_t next_ = 0;
};

}  // namespace tenon::catalog
