// The findings as text, JSON and annotations, and how databases compare with each other.
#include "drift_report.hpp"

#include "fleet.hpp"
#include "report.hpp"
#include "text_table.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include <tenon/diff/describe.hpp>
#include <tenon/model/place_of.hpp>
#include <tenon/model/stable_sort.hpp>

#include <algorithm>
#include <cstddef>
#include <map>
#include <sstream>

namespace tenon::cli {
namespace {

using Json = nlohmann::ordered_json;

/// What a severity means, for those who see it for the first time.
std::string_view meaning_of(Severity severity) {
  switch (severity) {
    case Severity::blocking:
      return "statements of the code fail";
    case Severity::integrity:
      return "the database keeps or promises other things than the code relies on";
    case Severity::cosmetic:
      return "nothing that runs can tell, but for its speed";
  }
  return {};
}

std::string lines_of(const CatalogFinding& finding, const DriftReport& report,
                     const Colours& colours) {
  const SourceLocation at = place_of(finding, report);
  std::string text = fmt::format("  {}{}{}{} [{}]\n", at.line == 0 ? "" : text_of(at) + ": ",
                                 colours.bold, describe(finding), colours.off, finding.rule.id);
  for (const std::string& statement : mending_statements(finding)) {
    std::istringstream lines{statement};
    for (std::string line; std::getline(lines, line);) text += "      " + line + "\n";
  }
  return text;
}

std::ptrdiff_t count_of(const Verification& drift, Severity severity) {
  return std::ranges::count_if(drift.findings, [severity](const CatalogFinding& finding) {
    return finding.rule.severity == severity;
  });
}

std::string counts_of(const Verification& drift) {
  std::string text;
  for (const Severity severity : severities)
    text += fmt::format("{}{} {}", text.empty() ? "" : ", ", count_of(drift, severity),
                        name_of(severity));
  return text;
}

std::string notes_of(const Verification& drift) {
  std::string text;
  for (const auto& [finding, reason] : drift.ignored)
    text += fmt::format("ignored: {}: {}\n", finding.object, reason);
  if (!drift.reason.empty()) text += drift.reason + "\n";
  for (const std::string& note : drift.notes) text += "note: " + note + "\n";
  return text;
}

std::string text_of(const Verification& drift, const DriftReport& report, const Colours& colours) {
  std::string text;
  for (const Severity severity : severities) {
    std::string lines;
    for (const CatalogFinding& finding : drift.findings)
      if (finding.rule.severity == severity) lines += lines_of(finding, report, colours);
    if (lines.empty()) continue;
    const auto colour = severity == Severity::cosmetic ? colours.note : colours.error;
    text += fmt::format("{}{}{}: {}\n{}", colour, name_of(severity), colours.off,
                        meaning_of(severity), lines);
  }
  text += notes_of(drift);
  if (!drift.findings.empty()) text += counts_of(drift) + "\n";
  return text;
}

std::string text_of_one(const DatabaseReport& database, const DriftReport& report,
                        const Colours& colours) {
  std::string text = text_of(*database.drift, report, colours);
  if (database.drift->status == Verification::Status::same)
    text += "the database has the schema of the migrations\n";
  else if (!database.status->pending.empty())
    text +=
        fmt::format("note: {} migrations are pending, which may be all of it; see tenon status\n",
                    database.status->pending.size());
  return text;
}

std::string matrix_text(const std::vector<MatrixRow>& rows, const DriftReport& report) {
  if (rows.empty()) return {};
  std::vector<std::string> titles{"SEVERITY", "DIFFERENCE"};
  for (const DatabaseReport& database : report.databases) titles.push_back(database.name);
  TextTable table{titles};
  for (const auto& [finding, is_in] : rows) {
    std::vector<std::string> cells{name_of(finding.rule.severity), describe(finding)};
    for (std::size_t i = 0; i < is_in.size(); ++i)
      cells.emplace_back(is_in[i] ? "x" : report.databases[i].drift ? "." : "?");
    table.add(std::move(cells));
  }
  return "\n" + table.text();
}

std::string text_of_fleet(const DriftReport& report) {
  TextTable table{{"TARGET", "RESULT", "HEAD", "PENDING", "BLOCKING", "INTEGRITY", "COSMETIC"}};
  for (const DatabaseReport& database : report.databases) {
    const auto& status = database.status;
    std::vector<std::string> cells{database.name, result_of(database),
                                   status ? status->current_head.value_or("none") : "?",
                                   status ? std::to_string(status->pending.size()) : "?"};
    for (const Severity severity : severities)
      cells.push_back(database.drift ? std::to_string(count_of(*database.drift, severity)) : "?");
    table.add(std::move(cells));
  }
  const auto rows = matrix_of(report);
  std::string text = table.text() + matrix_text(rows, report);
  if (report.databases.size() > 1) text += "\n";
  for (const auto& names : same_schemas(rows, report))
    if (names.size() > 1) text += fmt::format("the same schema: {}\n", fmt::join(names, ", "));
  for (const DatabaseReport& database : report.databases) {
    if (database.failure) text += fmt::format("{}: {}\n", database.name, database.failure->message);
    if (database.drift)
      if (const std::string notes = notes_of(*database.drift); !notes.empty())
        text += fmt::format("{}:\n{}", database.name, notes);
  }
  return text;
}

Json to_json(const SourceLocation& at) {
  if (at.line == 0) return {};
  return {{"file", at.file}, {"line", at.line}, {"column", at.column}};
}

/// That of the database, with the places that the library knows nothing of.
Json json_of(const DatabaseReport& database, const DriftReport& report) {
  Json json = to_json(database);
  if (database.drift)
    for (std::size_t i = 0; i < database.drift->findings.size(); ++i)
      json["drift"]["findings"][i]["place"] =
          to_json(place_of(database.drift->findings[i], report));
  return json;
}

}  // namespace

SourceLocation place_of(const CatalogFinding& finding, const DriftReport& report) {
  if (!report.declared || !finding.change) return {};
  return below_root(tenon::place_of(subject(*finding.change), *report.declared),
                    report.source_root);
}

std::span<const std::string> mending_statements(const CatalogFinding& finding) {
  if (finding.kind == CatalogFinding::Kind::unexpected) return {};
  return finding.sql;
}

std::string prefix_of(const DatabaseReport& database) {
  return database.name.empty() ? "" : database.name + ": ";
}

std::vector<MatrixRow> matrix_of(const DriftReport& report) {
  std::map<std::string, std::size_t> places;
  std::vector<MatrixRow> rows;
  for (std::size_t i = 0; i < report.databases.size(); ++i) {
    if (!report.databases[i].drift) continue;
    for (const CatalogFinding& finding : report.databases[i].drift->findings) {
      const auto [place, is_new] = places.emplace(describe(finding), rows.size());
      if (is_new) rows.push_back({finding, std::vector<bool>(report.databases.size())});
      rows[place->second].is_in[i] = true;
    }
  }
  stable_sort(rows, [](const MatrixRow& a, const MatrixRow& b) {
    return a.finding.rule.severity > b.finding.rule.severity;
  });
  return rows;
}

std::vector<std::vector<std::string>> same_schemas(const std::vector<MatrixRow>& rows,
                                                   const DriftReport& report) {
  std::map<std::vector<bool>, std::vector<std::string>> by_findings;
  for (std::size_t i = 0; i < report.databases.size(); ++i) {
    const auto& drift = report.databases[i].drift;
    if (!drift || drift->status == Verification::Status::unknown) continue;
    std::vector<bool> has;
    has.reserve(rows.size());
    for (const MatrixRow& row : rows) has.push_back(row.is_in[i]);
    by_findings[has].push_back(report.databases[i].name);
  }
  std::vector<std::vector<std::string>> groups;
  groups.reserve(by_findings.size());
  for (auto& [has, names] : by_findings) groups.push_back(std::move(names));
  return groups;
}

std::string to_text(const DriftReport& report, const Colours& colours) {
  return report.is_fleet ? text_of_fleet(report)
                         : text_of_one(report.databases.front(), report, colours);
}

Json to_json(const DriftReport& report) {
  if (!report.is_fleet) return json_of(report.databases.front(), report);
  Json targets = Json::array();
  for (const DatabaseReport& database : report.databases)
    targets.push_back(json_of(database, report));
  Json matrix = Json::array();
  const auto rows = matrix_of(report);
  for (const auto& [finding, is_in] : rows) {
    Json names = Json::array();
    for (std::size_t i = 0; i < is_in.size(); ++i)
      if (is_in[i]) names.push_back(report.databases[i].name);
    matrix.push_back({{"severity", name_of(finding.rule.severity)},
                      {"rule", finding.rule.id},
                      {"kind", name_of(finding.kind)},
                      {"object", finding.object},
                      {"details", finding.details},
                      {"targets", std::move(names)}});
  }
  return {{"targets", std::move(targets)},
          {"matrix", std::move(matrix)},
          {"same_schema", same_schemas(rows, report)},
          {"exit_status", gravest_exit_status(report.databases)}};
}

std::string to_github(const DriftReport& report) {
  std::ostringstream out;
  for (const DatabaseReport& database : report.databases) {
    const std::string name = prefix_of(database);
    const SourceLocation nowhere;
    if (database.failure)
      print_workflow_command(out, "error",
                             {nowhere, "tenon-verify", name + database.failure->message, {}});
    if (!database.drift) continue;
    for (const CatalogFinding& finding : database.drift->findings) {
      const Severity severity = finding.rule.severity;
      print_workflow_command(out,
                             severity == Severity::blocking    ? "error"
                             : severity == Severity::integrity ? "warning"
                                                               : "notice",
                             {place_of(finding, report),
                              std::string{finding.rule.id},
                              name + describe(finding),
                              {std::string{finding.rule.meaning}}});
    }
  }
  return std::move(out).str();
}

}  // namespace tenon::cli
