// The last part of a migration's name, made from what it does.
#pragma once

#include <tenon/diff/change.hpp>

#include <string>
#include <string_view>

namespace tenon {

/// `add_users_email_verified`, `create_households_and_more`.
[[nodiscard]] std::string slug_of(const Changes& changes);

/// Whether a person may name a migration so: lower-case letters, digits and underscores, at most 60
/// of them, so that every file system and every shell takes it.
[[nodiscard]] bool is_slug(std::string_view text);

}  // namespace tenon
