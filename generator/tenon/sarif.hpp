// Findings for tools that read SARIF.
#pragma once

#include <nlohmann/json.hpp>

#include <tenon/history/diagnostic.hpp>

#include <span>
#include <string>

namespace tenon::cli {

/// What a run found, as SARIF has it: reportingDescriptor, result and notification objects.
struct SarifRun {
  nlohmann::ordered_json rules = nlohmann::ordered_json::array();
  nlohmann::ordered_json results = nlohmann::ordered_json::array();
  /// Why something could not be looked at; none when everything was.
  nlohmann::ordered_json failures = nlohmann::ordered_json::array();
  int exit_status = 0;
};

/// A log of SARIF 2.1.0 with one run of this program.
/// https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
[[nodiscard]] nlohmann::ordered_json sarif_log(SarifRun run);

/// A physicalLocation object. A relative file stays one; an absolute one becomes a file URI.
[[nodiscard]] nlohmann::ordered_json sarif_place(const SourceLocation& at);

/// A partialFingerprints object: the same finding again tomorrow, wherever its line has moved.
/// @param identity what makes it that finding and no other.
[[nodiscard]] nlohmann::ordered_json sarif_fingerprint(const std::string& identity);

/// The log of a run that found `findings`.
[[nodiscard]] nlohmann::ordered_json to_sarif(std::span<const Diagnostic> findings);

}  // namespace tenon::cli
