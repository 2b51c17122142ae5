// What several migrations say about how to get from one schema to another, as one.
#pragma once

#include <tenon/history/migration.hpp>
#include <tenon/model/declarations.hpp>

#include <span>
#include <stdexcept>

namespace tenon {

/// Conversions of one column after the other, which no single expression can say.
struct ComposedConversionError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// The renames and conversions from the schema before `migrations` to the one after them: from the
/// first name to the last; nothing of what they make themselves.
/// @throws ComposedConversionError naming the column.
[[nodiscard]] Intents composed_intents(std::span<const Migration> migrations);

}  // namespace tenon
