// The end of a program's log, for an error message.
#pragma once

#include <filesystem>
#include <string>

namespace tenon::testing {

/// The last lines of `log`, each indented; says so when there is nothing to read.
[[nodiscard]] std::string log_tail(const std::filesystem::path& log);

}  // namespace tenon::testing
