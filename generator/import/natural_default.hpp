// From DEFAULT to a member initializer.
#pragma once

#include "declared/declared.hpp"
#include "import/natural_type.hpp"

#include <tenon/model/model.hpp>

#include <functional>
#include <optional>

namespace tenon::importing {

/// The enumerator of a label, or nothing where there is none.
using FindEnumerator = std::function<std::optional<generator::EnumeratorReference>(
    const QualifiedName& type, const std::string& label)>;

/// The initializer that the mapping makes this column's DEFAULT of, so that PostgreSQL prints the
/// very same text again.
/// @returns nothing where that is not certain; then it is to be said with default_sql.
[[nodiscard]] std::optional<generator::Initializer> natural_default(
    const Column& column, const NaturalType& type, const FindEnumerator& find_enumerator);

}  // namespace tenon::importing
