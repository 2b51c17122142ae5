#include "junit.hpp"

#include "markup.hpp"
#include "report.hpp"

#include <fmt/format.h>

namespace tenon::cli {
namespace {

struct Suite {
  std::string cases;
  int tests = 0;
  int failures = 0;
  int errors = 0;
};

std::string attribute(std::string_view name, std::string_view value) {
  return fmt::format(" {}=\"{}\"", name, escaped_markup(value));
}

void add_finding(Suite& suite, const CatalogFinding& finding, bool fails,
                 const DriftReport& report) {
  const SourceLocation at = place_of(finding, report);
  std::string text = fmt::format("{}: {}\n", name_of(finding.rule.severity), finding.rule.meaning);
  if (at.line != 0) text += text_of(at) + "\n";
  for (const std::string& statement : mending_statements(finding)) text += statement + "\n";
  ++suite.tests;
  suite.failures += fails ? 1 : 0;
  suite.cases += "    <testcase" + attribute("classname", finding.rule.id) +
                 attribute("name", finding.object) + ">";
  if (fails)
    suite.cases += "<failure" + attribute("type", name_of(finding.rule.severity)) +
                   attribute("message", describe(finding)) + ">" + escaped_markup(text) +
                   "</failure>";
  else
    suite.cases +=
        "<system-out>" + escaped_markup(describe(finding) + "\n" + text) + "</system-out>";
  suite.cases += "</testcase>\n";
}

void add_outcome(Suite& suite, std::string_view inside) {
  ++suite.tests;
  suite.cases +=
      fmt::format("    <testcase classname=\"schema\" name=\"comparison\">{}</testcase>\n", inside);
}

Suite suite_of(const DatabaseReport& database, const DriftReport& report, Severity fail_on) {
  Suite suite;
  std::string problem;
  if (database.failure) problem = database.failure->message;
  if (database.drift) problem = database.drift->reason;
  if (!problem.empty()) {
    ++suite.errors;
    add_outcome(suite, "<error" + attribute("message", problem) + "/>");
  } else if (database.drift && database.drift->findings.empty()) {
    add_outcome(suite, "");
  }
  if (database.drift)
    for (const CatalogFinding& finding : database.drift->findings)
      add_finding(suite, finding, finding.rule.is_drift && finding.rule.severity >= fail_on,
                  report);
  return suite;
}

std::string counts(const Suite& suite) {
  return fmt::format(" tests=\"{}\" failures=\"{}\" errors=\"{}\"", suite.tests, suite.failures,
                     suite.errors);
}

}  // namespace

std::string to_junit(const DriftReport& report, Severity fail_on) {
  Suite all;
  for (const DatabaseReport& database : report.databases) {
    const Suite suite = suite_of(database, report, fail_on);
    all.cases += "  <testsuite" +
                 attribute("name", database.name.empty() ? "database" : database.name) +
                 counts(suite) + ">\n" + suite.cases + "  </testsuite>\n";
    all.tests += suite.tests;
    all.failures += suite.failures;
    all.errors += suite.errors;
  }
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"tenon verify\"" +
         counts(all) + ">\n" + all.cases + "</testsuites>\n";
}

}  // namespace tenon::cli
