// changes.json: everything of a migration but its SQL.
#pragma once

#include <tenon/history/migration.hpp>

#include <string>
#include <string_view>

namespace tenon {

/// The text of changes.json, with a final newline.
[[nodiscard]] std::string to_json_text(const Migration& migration);

/// @returns a migration whose up_sql and down_sql are empty.
/// @throws std::invalid_argument that says what is wrong, for a truncated file too.
[[nodiscard]] Migration migration_from_json(std::string_view text);

/// The position that an id names: 1 for `20260203_000001_create_households`, 0 for no such name.
[[nodiscard]] unsigned long position_of(std::string_view id);

}  // namespace tenon
