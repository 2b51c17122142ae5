// Findings as test results, for what collects those.
#pragma once

#include "drift_report.hpp"

#include <string>

namespace tenon::cli {

/// A document in the form of JUnit that CI servers read: a test suite a database, a failed test
/// case a finding that counts, from `fail_on` on; the others are cases that pass and say what was
/// seen. A database without drift is one case that passes.
/// https://github.com/testmoapp/junitxml
[[nodiscard]] std::string to_junit(const DriftReport& report, Severity fail_on);

}  // namespace tenon::cli
