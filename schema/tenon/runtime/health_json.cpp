#include <nlohmann/json.hpp>

#include <tenon/runtime/health.hpp>

namespace tenon {
namespace {

using Json = nlohmann::ordered_json;

Json or_null(const std::optional<std::string>& text) {
  return text ? Json(*text) : Json();
}

Json json_of(const CatalogFinding& finding) {
  return {{"severity", name_of(finding.rule.severity)},
          {"rule", finding.rule.id},
          {"kind", name_of(finding.kind)},
          {"object", finding.object},
          {"details", finding.details},
          {"sql", finding.sql}};
}

Json json_of(const Verification& drift) {
  Json findings = Json::array();
  for (const CatalogFinding& finding : drift.findings) findings.push_back(json_of(finding));
  Json ignored = Json::array();
  for (const auto& [finding, reason] : drift.ignored)
    ignored.push_back({{"object", finding.object}, {"reason", reason}});
  return {{"status", name_of(drift.status)},
          {"reason", drift.reason.empty() ? Json() : Json(drift.reason)},
          {"findings", std::move(findings)},
          {"ignored", std::move(ignored)},
          {"notes", drift.notes}};
}

}  // namespace

std::string to_json(const Verification& verification) {
  return json_of(verification).dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string to_json(const Health& health) {
  const Json json = {{"status", name_of(health.status)},
                     {"expected_head", or_null(health.expected_head)},
                     {"current_head", or_null(health.current_head)},
                     {"pending", health.pending},
                     {"unknown", health.unknown},
                     {"changed", health.changed},
                     {"messages", health.messages},
                     {"drift", health.drift ? json_of(*health.drift) : Json()}};
  // What an operating system says in another encoding is no reason to say nothing.
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace tenon
