// What foreign keys can refer to.
#pragma once

#include <tenon/model/model.hpp>

#include <optional>
#include <string>
#include <vector>

namespace tenon::planning {

/// The columns of a unique index; none of another.
[[nodiscard]] std::optional<std::vector<std::string>> key_columns(const Index& index);

/// Whether both have the same columns in any order: PostgreSQL lets a foreign key list a key's
/// columns as it likes.
[[nodiscard]] bool are_same_columns(const std::vector<std::string>& a,
                                    const std::vector<std::string>& b);

}  // namespace tenon::planning
