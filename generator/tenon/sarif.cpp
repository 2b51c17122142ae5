#include "sarif.hpp"

#include "command.hpp"

#include <fmt/format.h>

#include <tenon/history/digest.hpp>

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace tenon::cli {
namespace {

using Json = nlohmann::ordered_json;

// https://www.rfc-editor.org/rfc/rfc3986#section-2.3
std::string uri_of(std::string_view file) {
  constexpr std::string_view kept =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";
  std::string uri = file.starts_with('/') ? "file://" : "";
  for (const char c : file) {
    if (kept.find(c) != kept.npos)
      uri += c;
    else
      uri += fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return uri;
}

Json result_of(const Diagnostic& finding) {
  std::string text = finding.message;
  for (const std::string& note : finding.notes) text += "\n" + note;
  return {{"ruleId", finding.rule},
          {"level", name_of(finding.level)},
          {"message", {{"text", text}}},
          {"locations", {{{"physicalLocation", sarif_place(finding.location)}}}},
          {"partialFingerprints", sarif_fingerprint(finding.location.file + '\n' + finding.rule +
                                                    '\n' + finding.message)}};
}

}  // namespace

Json sarif_log(SarifRun run) {
  Json invocation = {{"executionSuccessful", run.failures.empty()}, {"exitCode", run.exit_status}};
  if (!run.failures.empty()) invocation["toolExecutionNotifications"] = std::move(run.failures);
  return {{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
          {"version", "2.1.0"},
          {"runs",
           {{{"tool",
              {{"driver",
                {{"name", "tenon"},
                 {"semanticVersion", TENON_VERSION},
                 {"rules", std::move(run.rules)}}}}},
             {"invocations", {std::move(invocation)}},
             {"columnKind", "utf16CodeUnits"},
             {"results", std::move(run.results)}}}}};
}

Json sarif_place(const SourceLocation& at) {
  // A place in no line is the whole file.
  Json place = {{"artifactLocation", {{"uri", uri_of(at.file)}}}};
  if (at.line != 0)
    place["region"] = {{"startLine", at.line}, {"startColumn", std::max(at.column, 1U)}};
  return place;
}

Json sarif_fingerprint(const std::string& identity) {
  return Json::object({{"tenonFinding/v1", sha256(identity)}});
}

Json to_sarif(std::span<const Diagnostic> findings) {
  const bool fails =
      std::ranges::find(findings, Level::error, &Diagnostic::level) != findings.end();
  SarifRun run{.exit_status = fails ? exit_findings : exit_ok};
  std::set<std::string> rules;
  for (const Diagnostic& finding : findings) {
    if (rules.insert(finding.rule).second) run.rules.push_back({{"id", finding.rule}});
    run.results.push_back(result_of(finding));
  }
  return sarif_log(std::move(run));
}

}  // namespace tenon::cli
