// The differences that a team knows of and wants.
#pragma once

#include <tenon/runtime/verify.hpp>

#include <filesystem>
#include <vector>

namespace tenon::cli {

/// Reads a file of objects to be ignored, each with its reason:
///
///     {"ignore": [{"object": "index users_by_*", "reason": "the DBA tries them out"}]}
///
/// @throws UsageError that says what is wrong with it, an unknown key or a missing reason too.
[[nodiscard]] std::vector<IgnoredObject> read_ignored_objects(const std::filesystem::path& file);

}  // namespace tenon::cli
