// From member initializers to DEFAULT.
#pragma once

#include "declared/declared.hpp"
#include "declared/diagnostics.hpp"
#include "mapping/column_type.hpp"

#include <map>
#include <optional>
#include <string>

namespace tenon::generator {

/// The label of each enumerator of the enums that are enum types.
using EnumLabels = std::map<EnumeratorReference, std::string>;

/// The SQL expression of DEFAULT, from default_sql("…") or the initializer. What default_sql,
/// no_default, identity and generated say goes before the initializer, which is then for C++ alone.
/// @returns nothing when there is no default, and after an initializer without SQL form, which is
/// reported.
[[nodiscard]] std::optional<std::string> default_value(const DeclaredMember& member,
                                                       const ColumnType& type,
                                                       const EnumLabels& labels,
                                                       Diagnostics& diagnostics);

}  // namespace tenon::generator
