// A storage parameter of a table, a view or an index.
#pragma once

#include "declared/annotation.hpp"

#include <optional>
#include <string>
#include <utility>

namespace tenon::generator {

/// The name and the value of `storage_parameter("fillfactor", 70)`, or nothing where it says
/// something else.
/// https://www.postgresql.org/docs/current/sql-createindex.html#SQL-CREATEINDEX-STORAGE-PARAMETERS
[[nodiscard]] inline std::optional<std::pair<std::string, std::string>> storage_parameter_of(
    const Annotation& annotation) {
  const auto* name = std::get_if<std::string>(&annotation.arguments[0].value);
  const auto* text = std::get_if<std::string>(&annotation.arguments[1].value);
  const auto* number = std::get_if<std::int64_t>(&annotation.arguments[1].value);
  if (name == nullptr || (text == nullptr && number == nullptr)) return std::nullopt;
  return std::pair{*name, text != nullptr ? *text : std::to_string(*number)};
}

}  // namespace tenon::generator
