#include "drift_sarif.hpp"

#include "fleet.hpp"
#include "sarif.hpp"

#include <nlohmann/json.hpp>

#include <string>
#include <utility>

namespace tenon::cli {
namespace {

using Json = nlohmann::ordered_json;

const char* level_of(Severity severity) {
  switch (severity) {
    case Severity::blocking:
      return "error";
    case Severity::integrity:
      return "warning";
    case Severity::cosmetic:
      return "note";
  }
  return "none";
}

Json rules() {
  Json list = Json::array();
  for (const DriftRule& rule : drift_rules())
    list.push_back({{"id", rule.id},
                    {"shortDescription", {{"text", rule.meaning}}},
                    {"defaultConfiguration", {{"level", level_of(rule.severity)}}},
                    {"properties", {{"severity", name_of(rule.severity)}}}});
  return list;
}

Json location_of(const CatalogFinding& finding, const DatabaseReport& database,
                 const DriftReport& report) {
  Json location = {
      {"logicalLocations",
       {{{"name", finding.object},
         {"fullyQualifiedName",
          database.name.empty() ? finding.object : database.name + "/" + finding.object},
         {"kind", "object"}}}}};
  if (const SourceLocation at = place_of(finding, report); at.line != 0)
    location["physicalLocation"] = sarif_place(at);
  return location;
}

Json result_of(const CatalogFinding& finding, const DatabaseReport& database,
               const DriftReport& report) {
  return {{"ruleId", finding.rule.id},
          {"level", level_of(finding.rule.severity)},
          {"message", {{"text", prefix_of(database) + describe(finding)}}},
          {"locations", {location_of(finding, database, report)}},
          {"partialFingerprints", sarif_fingerprint(database.name + '\n' + finding.object + '\n' +
                                                    std::string{finding.rule.id})}};
}

}  // namespace

Json to_sarif(const DriftReport& report) {
  Json results = Json::array();
  Json failures = Json::array();
  for (const DatabaseReport& database : report.databases) {
    if (database.failure)
      failures.push_back(
          {{"level", "error"},
           {"message", {{"text", prefix_of(database) + database.failure->message}}}});
    if (!database.drift) continue;
    for (const CatalogFinding& finding : database.drift->findings)
      results.push_back(result_of(finding, database, report));
  }
  return sarif_log({.rules = rules(),
                    .results = std::move(results),
                    .failures = std::move(failures),
                    .exit_status = gravest_exit_status(report.databases)});
}

}  // namespace tenon::cli
