// How statements name objects.
#pragma once

#include <tenon/model/model.hpp>

#include <string>
#include <string_view>

namespace tenon::sql {

/// The words for the kind in DROP and COMMENT ON: `TABLE`, `MATERIALIZED VIEW`, `TEXT SEARCH
/// PARSER`.
[[nodiscard]] std::string_view keywords_of(ObjectKind kind);

/// The object as DROP and COMMENT ON name it, without the kind: `auth.users`, `f(integer, text)`,
/// `audit ON users`, `+ (a, b)`, `users.email`.
[[nodiscard]] std::string address(const ObjectName& object);

/// Whether `column`, the address of a column, is that of one of the table that SQL calls `table`.
[[nodiscard]] bool is_column_of(std::string_view column, std::string_view table);

/// Functions, procedures and aggregates: their `member` lists the types of their arguments.
[[nodiscard]] bool is_routine(ObjectKind kind);

/// As GRANT names what the object is: `TABLE` for a view too.
[[nodiscard]] std::string_view grant_keywords_of(ObjectKind kind);

}  // namespace tenon::sql
