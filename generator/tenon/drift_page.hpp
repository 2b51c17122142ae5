// Findings as a page for people.
#pragma once

#include "drift_report.hpp"

#include <string>

namespace tenon::cli {

/// One HTML document that needs nothing else: no script, no font, no file beside it.
[[nodiscard]] std::string to_html(const DriftReport& report);

}  // namespace tenon::cli
