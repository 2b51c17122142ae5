// Findings for tools that read SARIF.
#pragma once

#include "drift_report.hpp"

#include <nlohmann/json_fwd.hpp>

namespace tenon::cli {

/// A log of SARIF 2.1.0 with one run: every rule with its level, every finding with the place in
/// the structs that it is about, where they were given.
/// https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
[[nodiscard]] nlohmann::ordered_json to_sarif(const DriftReport& report);

}  // namespace tenon::cli
