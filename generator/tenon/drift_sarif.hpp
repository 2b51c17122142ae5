// What `tenon verify` has found, for tools that read SARIF.
#pragma once

#include "drift_report.hpp"

#include <nlohmann/json_fwd.hpp>

namespace tenon::cli {

/// Every rule with its level, every finding with the place in the structs that it is about, where
/// they were given.
[[nodiscard]] nlohmann::ordered_json to_sarif(const DriftReport& report);

}  // namespace tenon::cli
