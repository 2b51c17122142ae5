// The last part of a migration's name, made from what it does.
#pragma once

#include <tenon/diff/change.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace tenon {

/// `add_users_email_verified`, `create_households_and_more`.
[[nodiscard]] std::string slug_of(const Changes& changes);

/// Why a person may not name a migration `text`, in a sentence; nothing where they may. A name is
/// what every file system and every shell takes.
[[nodiscard]] std::optional<std::string> why_no_slug(std::string_view text);

}  // namespace tenon
