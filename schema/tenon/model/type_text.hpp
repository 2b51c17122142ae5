// The SQL text of a column's type, taken apart as far as a Model needs it.
#pragma once

#include <tenon/model/model.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace tenon {

/// `auth."Role"[]` as the name (auth, Role) and the rest `[]`; `varchar(120)` as (public, varchar)
/// and `(120)`; `timestamp with time zone` as (public, timestamp) and ` with time zone`.
struct TypeText {
  QualifiedName name;
  std::string rest;
};

/// @returns nothing when `type` does not begin with a name.
[[nodiscard]] std::optional<TypeText> parse_type(std::string_view type);

/// Whether `type` is the type called `name` or an array of it.
[[nodiscard]] bool is_of_type(std::string_view type, const QualifiedName& name);

/// Whether `type` is an array: it ends in `]` or in the word `array`.
[[nodiscard]] bool is_array_type(std::string_view type);

/// `type` without what stands in parentheses: `numeric(10,2)[]` is `numeric[]`.
[[nodiscard]] std::string without_modifiers(std::string_view type);

}  // namespace tenon
