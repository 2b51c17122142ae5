// Names: from C++ to PostgreSQL, and PostgreSQL's own rule for the names it would choose.
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace tenon {

/// The longest identifier, in bytes (NAMEDATALEN - 1). A longer one is cut by PostgreSQL.
inline constexpr std::size_t max_identifier_length = 63;

/// snake_case of a C++ name: `UserRole` is `user_role`, `HTTPServer` is `http_server`, `userID2` is
/// `user_id2`, `id_` is `id`.
[[nodiscard]] std::string snake_case(std::string_view cpp_name);

/// The name that PostgreSQL chooses for a constraint or index that has none: `name1_name2_label`,
/// with the parts cut to fit 63 bytes just as makeObjectName() cuts them, at character borders.
/// `name2` may be empty.
[[nodiscard]] std::string make_object_name(std::string_view name1, std::string_view name2,
                                           std::string_view label);

/// make_object_name(), with 1, 2, … appended to `label` until `is_taken` says false, as
/// ChooseRelationName() does.
[[nodiscard]] std::string choose_object_name(std::string_view name1, std::string_view name2,
                                             std::string_view label,
                                             const std::function<bool(std::string_view)>& is_taken);

}  // namespace tenon
