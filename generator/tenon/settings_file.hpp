// JSON that people write for the program.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <filesystem>
#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>

namespace tenon::cli {

/// Reads a file and gives its JSON to `use`.
/// @throws UsageError, with the name of the file: when it cannot be read, is no JSON (of which
///   nothing is repeated: it may be a password), and what `use` throws of this kind.
void read_settings(const std::filesystem::path& file,
                   const std::function<void(const nlohmann::json&)>& use);

/// @throws UsageError unless `value` is an object that has no other keys.
void require_known_keys(const nlohmann::json& value, std::string_view what,
                        std::initializer_list<std::string_view> known);

/// @throws UsageError unless `object` has a text there that is not empty.
[[nodiscard]] std::string required_text(const nlohmann::json& object, const char* key);

/// @throws UsageError unless `object` has a list there with at least one entry.
[[nodiscard]] const nlohmann::json& required_list(const nlohmann::json& object, const char* key);

}  // namespace tenon::cli
