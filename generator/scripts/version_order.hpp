// Scripts that are ordered by a version in their names.
#pragma once

#include "scripts/script_folder.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace tenon::scripts {

/// Numbers of any length, from the left: 1.10 is {"1", "10"}.
using Version = std::vector<std::string>;

/// The numbers in `text`, which are divided by dots or underscores: leading zeros do not count, nor
/// do parts at the end that are zero.
[[nodiscard]] Version version_of(std::string_view text);

struct VersionedScript {
  Version version;
  Script script;
};

/// In the order of their versions.
/// @throws ScriptError when two have the same.
[[nodiscard]] std::vector<Script> in_order(std::vector<VersionedScript> scripts);

/// The digits that `name` begins with; empty when it begins with none.
[[nodiscard]] std::string_view leading_digits(std::string_view name);

}  // namespace tenon::scripts
