#include "drift_page.hpp"

#include "markup.hpp"
#include "report.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace tenon::cli {
namespace {

constexpr std::string_view head = R"html(<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Schema drift</title>
<style>
:root { color-scheme: light dark; --line: #8884; --blocking: #c0392b; --integrity: #b9770e; --cosmetic: #5d6d7e; --ok: #1e8449; }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 70rem; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; margin: 0.5rem 0 1.5rem; }
th, td { text-align: left; vertical-align: top; padding: 0.35rem 0.6rem; border-bottom: 1px solid var(--line); }
pre, code { font: 0.85rem/1.4 ui-monospace, monospace; white-space: pre-wrap; overflow-wrap: anywhere; margin: 0.2rem 0; }
.blocking { color: var(--blocking); } .integrity { color: var(--integrity); } .cosmetic { color: var(--cosmetic); } .ok { color: var(--ok); }
.rule, .place { opacity: 0.75; font-size: 0.85rem; }
</style>
</head>
<body>
<h1>Schema drift</h1>
)html";

std::string cell(std::string_view text, std::string_view name = "td") {
  return fmt::format("<{0}>{1}</{0}>", name, escaped_markup(text));
}

std::string class_of_result(const std::string& result) {
  return result == "ok" ? "ok" : "blocking";
}

std::string overview(const DriftReport& report) {
  std::string text =
      "<table>\n<tr><th>Database</th><th>Result</th><th>Head</th><th>Pending</th></tr>\n";
  for (const DatabaseReport& database : report.databases) {
    const std::string result = result_of(database);
    text += "<tr>" + cell(database.name.empty() ? "the database" : database.name) +
            fmt::format("<td class=\"{}\">{}</td>", class_of_result(result), result) +
            cell(database.status ? database.status->current_head.value_or("none") : "?") +
            cell(database.status ? std::to_string(database.status->pending.size()) : "?") +
            "</tr>\n";
  }
  return text + "</table>\n";
}

std::string row_of(const MatrixRow& row, const DriftReport& report) {
  const CatalogFinding& finding = row.finding;
  const SourceLocation at = place_of(finding, report);
  std::string what = "<strong>" + escaped_markup(finding.object) + "</strong><br>" +
                     fmt::format("{}", name_of(finding.kind));
  if (!finding.details.empty()) what += ": <code>" + escaped_markup(finding.details) + "</code>";
  if (at.line != 0)
    what += fmt::format("<br><span class=\"place\">{}</span>", escaped_markup(text_of(at)));
  if (const auto statements = mending_statements(finding); !statements.empty())
    what += "<pre>" + escaped_markup(fmt::format("{}", fmt::join(statements, "\n"))) + "</pre>";
  std::string text = "<tr><td>" + what + "</td><td>" + escaped_markup(finding.rule.meaning) +
                     fmt::format("<br><span class=\"rule\">{}</span></td>", finding.rule.id);
  if (report.is_fleet) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < row.is_in.size(); ++i)
      if (row.is_in[i]) names.push_back(report.databases[i].name);
    text += cell(fmt::format("{}", fmt::join(names, ", ")));
  }
  return text + "</tr>\n";
}

std::string findings(const std::vector<MatrixRow>& rows, const DriftReport& report) {
  std::string text;
  for (const Severity severity : severities) {
    std::string lines;
    for (const MatrixRow& row : rows)
      if (row.finding.rule.severity == severity) lines += row_of(row, report);
    if (lines.empty()) continue;
    text += fmt::format(
        "<h2 class=\"{0}\">{0}</h2>\n<table>\n<tr><th>Object</th><th>What it means</th>{1}</tr>\n",
        name_of(severity), report.is_fleet ? "<th>Where</th>" : "");
    text += lines + "</table>\n";
  }
  return text;
}

std::string remarks(const std::vector<MatrixRow>& rows, const DriftReport& report) {
  std::string items;
  const auto add = [&items](const std::string& name, const std::string& text) {
    items += "<li>" + escaped_markup(name.empty() ? text : name + ": " + text) + "</li>\n";
  };
  for (const DatabaseReport& database : report.databases) {
    if (database.failure) add(database.name, database.failure->message);
    if (!database.drift) continue;
    if (!database.drift->reason.empty()) add(database.name, database.drift->reason);
    for (const auto& [finding, reason] : database.drift->ignored)
      add(database.name, "ignored: " + finding.object + ": " + reason);
    for (const std::string& note : database.drift->notes) add(database.name, note);
  }
  if (report.is_fleet)
    for (const auto& names : same_schemas(rows, report))
      if (names.size() > 1) add("", fmt::format("the same schema: {}", fmt::join(names, ", ")));
  return items.empty() ? "" : "<h2>Remarks</h2>\n<ul>\n" + items + "</ul>\n";
}

}  // namespace

std::string to_html(const DriftReport& report) {
  std::string page{head};
  page += overview(report);
  const auto rows = matrix_of(report);
  const std::string found = findings(rows, report);
  page += found.empty() ? "<p>No difference was found.</p>\n" : found;
  return page + remarks(rows, report) + "</body>\n</html>\n";
}

}  // namespace tenon::cli
