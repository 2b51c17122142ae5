#include "reconcile_report.hpp"

#include "command.hpp"
#include "reconcile_names.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <tenon/diff/describe.hpp>
#include <tenon/history/shell_word.hpp>
#include <tenon/sql/render.hpp>

#include <algorithm>

namespace tenon::cli {
namespace {

using Json = nlohmann::ordered_json;
using Why = LeftAsIs::Why;

const char* name_of(Why why) {
  switch (why) {
    case Why::only_in_database:
      return "only in the database";
    case Why::loses_values:
      return "loses values";
    case Why::belongs_to_what_stays:
      return "belongs to what stays";
    case Why::not_told_apart:
      return "not told apart";
    case Why::unmodelled:
      return "unmodelled";
  }
  return "";
}

std::string_view meaning_of(Why why) {
  switch (why) {
    case Why::only_in_database:
      return "it is in the database alone, and dropping it loses what is in it";
    case Why::loses_values:
      return "changing it loses values";
    case Why::belongs_to_what_stays:
      return "it belongs to a column that stays";
    case Why::not_told_apart:
      return "no condition tells a database where it is so from others; change it by hand";
    case Why::unmodelled:
      return "Tenon has no words for it; change it by hand";
  }
  return "";
}

std::string allow_option(const ObjectName& object) {
  return "--allow-destructive " + shell_word(allowed_name(object));
}

std::string text_of_problems(const ReconcileReport& report, const Colours& colours) {
  std::string text;
  for (const RowProblem& problem : report.problems) {
    text +=
        fmt::format("  {}{}{} {}\n", colours.bold, problem.object, colours.off, problem.message);
    for (const auto& [literal, rows] : problem.values)
      text += fmt::format("      {} in {} {}\n", literal, rows, rows == "1" ? "row" : "rows");
    text += fmt::format("      {}\n", problem.advice);
  }
  for (const RenameCandidate& candidate : report.plan.undecided)
    text += fmt::format(
        "  {2}{0}{3} may be {2}{1}{3} under another name\n"
        "      it is, and keeps what is in it: {4}\n"
        "      it is not, and goes: {5}\n"
        "      it is not, and stays: name it in the file of --ignore\n",
        describe(candidate.come), describe(candidate.gone), colours.bold, colours.off,
        rename_option(candidate.gone, candidate.come, report.plan.changes),
        allow_option(candidate.gone));
  if (text.empty()) return text;
  return fmt::format("{}refused{}, and nothing is written, because a person has to decide:\n{}",
                     colours.error, colours.off, text);
}

std::string text_of_what_stays(const ReconcileReport& report, const Colours& colours) {
  std::string text;
  for (const LeftAsIs& left : report.plan.stays) {
    text +=
        fmt::format("  {}{}{}: {}\n", colours.bold, left.object, colours.off, meaning_of(left.why));
    if (left.change && (left.why == Why::only_in_database || left.why == Why::loses_values))
      text += fmt::format("      to allow it: {}\n", allow_option(subject(*left.change)));
    if (left.why == Why::not_told_apart)
      for (const std::string& statement : left.sql) text += "      " + statement + "\n";
    text += fmt::format("      to let it be: {}\n",
                        Json{{"object", left.object}, {"reason", "…"}}.dump());
  }
  if (text.empty()) return text;
  return fmt::format("{}stays{} as it is, and tenon verify goes on to report it:\n{}",
                     colours.error, colours.off, text);
}

std::string text_of_migration(const ReconcileReport& report) {
  if (!report.migration) return {};
  std::string text = report.written.empty() ? fmt::format("would write {}\n", report.migration->id)
                                            : fmt::format("wrote {}\n", report.written.string());
  for (const Change& change : report.plan.changes)
    text += fmt::format("  {}: {}\n", describe(subject(change)), describe(change));
  if (!report.written.empty())
    text +=
        "  it does nothing where a database has not drifted like this one; to run it: tenon up "
        "--database URL --migrations DIR\n";
  return text;
}

Json json_of(const std::vector<Change>& changes) {
  Json list = Json::array();
  for (const Change& change : changes)
    list.push_back({{"object", describe(subject(change))},
                    {"description", describe(change)},
                    {"sql", sql::render(change)}});
  return list;
}

Json json_of_what_stays(const std::vector<LeftAsIs>& stays) {
  Json list = Json::array();
  for (const LeftAsIs& left : stays)
    list.push_back({{"object", left.object},
                    {"why", name_of(left.why)},
                    {"difference", left.difference},
                    {"sql", left.sql}});
  return list;
}

Json json_of_refusals(const ReconcileReport& report) {
  Json list = Json::array();
  for (const RowProblem& problem : report.problems) {
    Json values = Json::array();
    for (const auto& [literal, rows] : problem.values)
      values.push_back({{"value", literal}, {"rows", std::stoll(rows)}});
    list.push_back({{"object", problem.object},
                    {"message", problem.message},
                    {"values", std::move(values)},
                    {"advice", problem.advice}});
  }
  for (const RenameCandidate& candidate : report.plan.undecided)
    list.push_back(
        {{"object", describe(candidate.come)},
         {"message", "may be " + describe(candidate.gone) + " under another name"},
         {"values", Json::array()},
         {"advice", rename_option(candidate.gone, candidate.come, report.plan.changes)}});
  return list;
}

bool is_refused(const ReconcileReport& report) {
  return !report.problems.empty() || !report.plan.undecided.empty();
}

}  // namespace

const char* result_of(const ReconcileReport& report) {
  if (is_refused(report)) return "refused";
  if (report.migration) return report.written.empty() ? "planned" : "written";
  return report.plan.stays.empty() ? "same" : "left";
}

int exit_status_of(const ReconcileReport& report) {
  return is_refused(report) || !report.plan.stays.empty() ? exit_findings : exit_ok;
}

std::string to_text(const ReconcileReport& report, const Colours& colours) {
  std::string text = to_text(report.drift, colours);
  const std::string more = text_of_problems(report, colours) + text_of_migration(report) +
                           text_of_what_stays(report, colours);
  if (!more.empty()) text += "\n" + more;
  for (const std::string& note : report.plan.notes) text += "note: " + note + "\n";
  return text;
}

Json to_json(const ReconcileReport& report) {
  Json json = {{"result", result_of(report)}, {"migration", nullptr}, {"folder", nullptr}};
  if (report.migration) json["migration"] = report.migration->id;
  if (!report.written.empty()) json["folder"] = report.written.string();
  json["drift"] = to_json(report.drift)["drift"];
  json["changes"] = json_of(report.migration ? report.plan.changes : Changes{});
  json["stays"] = json_of_what_stays(report.plan.stays);
  json["refused"] = json_of_refusals(report);
  json["notes"] = report.plan.notes;
  json["sql"] = report.migration ? Json(report.migration->up_sql) : Json();
  json["exit_status"] = exit_status_of(report);
  return json;
}

}  // namespace tenon::cli
