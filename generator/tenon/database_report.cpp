#include "database_report.hpp"

#include "command.hpp"
#include "text_table.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <tenon/runtime/migrator_errors.hpp>

namespace tenon::cli {
namespace {

using Json = nlohmann::ordered_json;

template <class T>
Json or_null(const std::optional<T>& value) {
  return value ? Json(*value) : Json();
}

Json text_or_null(const std::string& text) {
  return text.empty() ? Json() : Json(text);
}

double milliseconds(std::chrono::microseconds time) {
  return std::chrono::duration<double, std::milli>{time}.count();
}

template <class Kind>
bool is(const std::exception& error) {
  return dynamic_cast<const Kind*>(&error) != nullptr;
}

bool has_stamped_baseline(const Status& status) {
  return status.baseline && !status.applied.empty() && status.applied.front().is_stamped();
}

Json to_json(const AppliedMigration& row) {
  return {{"id", row.id},
          {"applied_at", row.applied_at},
          {"duration_ms", milliseconds(row.duration)},
          {"applied_by", row.applied_by},
          {"tenon_version", row.tenon_version},
          {"stamped", row.is_stamped()}};
}

Json to_json(const PartlyReplaced& partly) {
  return {{"squash", partly.squash}, {"ran", partly.ran}, {"missing", partly.missing}};
}

Json to_json(const RecordedStep& row) {
  return {{"migration", row.migration},
          {"direction", name_of(row.direction)},
          {"number", row.number},
          {"started_at", row.started_at},
          {"duration_ms", row.duration ? Json(milliseconds(*row.duration)) : Json()}};
}

template <class Rows>
Json to_json_list(const Rows& rows) {
  Json list = Json::array();
  for (const auto& row : rows) list.push_back(to_json(row));
  return list;
}

}  // namespace

std::string result_of(const DatabaseReport& report) {
  if (report.is_skipped) return "skipped";
  if (report.failure) return "failed";
  if (report.drift && report.drift->status != Verification::Status::same)
    return report.drift->status == Verification::Status::different ? "drift" : "unknown";
  if (!report.status || report.status->is_current()) return "ok";
  if (!report.status->unknown.empty() || !report.status->changed.empty() ||
      !report.status->partly_replaced.empty())
    return "differs";
  return report.exit_status == 0 ? "ok" : "behind";
}

Failure failure_of(const std::exception& error) {
  Failure failure{"error", error.what(), {}, exit_environment};
  if (const auto* known = dynamic_cast<const Error*>(&error)) failure.at = *known;
  if (is<MigrationError>(error)) failure.kind = "migration";
  if (is<LedgerError>(error)) failure.kind = "ledger";
  if (is<LockError>(error)) failure.kind = "lock";
  if (is<Cancelled>(error)) failure.kind = "cancelled";
  if (is<RefusedError>(error)) failure.kind = "refused";
  if (is<ConnectionError>(error)) failure.kind = "connection";
  if (is<DatabaseError>(error)) failure.kind = "database";
  if (is<MigrationError>(error) || is<LedgerError>(error)) failure.exit_status = exit_findings;
  return failure;
}

Json to_json(const Failure& failure) {
  const auto number_or_null = [](std::size_t number) {
    return number == 0 ? Json() : Json(number);
  };
  return {{"kind", failure.kind},
          {"message", failure.message},
          {"sqlstate", text_or_null(failure.at.sqlstate)},
          {"migration", text_or_null(failure.at.migration)},
          {"statement", text_or_null(failure.at.statement)},
          {"statement_number", number_or_null(failure.at.statement_number)},
          {"line", number_or_null(failure.at.line)}};
}

Json to_json(const Status& status) {
  Json interrupted;
  if (status.interrupted)
    interrupted = {{"id", status.interrupted->id},
                   {"direction", name_of(status.interrupted->direction)},
                   {"steps_done", status.interrupted->steps_done}};
  return {{"expected_head", or_null(status.expected_head)},
          {"current_head", or_null(status.current_head)},
          {"baseline", or_null(status.baseline)},
          {"baseline_is_stamped", has_stamped_baseline(status)},
          {"pending", status.pending},
          {"unknown", status.unknown},
          {"changed", status.changed},
          {"replaced", status.replaced},
          {"partly_replaced", to_json_list(status.partly_replaced)},
          {"interrupted", interrupted},
          {"current", status.is_current()},
          {"applied", to_json_list(status.applied)},
          {"steps", to_json_list(status.steps)}};
}

Json to_json(const DatabaseReport& report) {
  Json object;
  if (!report.name.empty()) object["name"] = report.name;
  object["result"] = result_of(report);
  object["ran"] = Json::array();
  for (const RanMigration& ran : report.ran)
    object["ran"].push_back({{"id", ran.id}, {"duration_ms", milliseconds(ran.duration)}});
  object["recorded"] = report.recorded;
  object["not_rehearsed"] = Json::array();
  for (const NotRehearsed& left : report.not_rehearsed)
    object["not_rehearsed"].push_back({{"migration", left.migration},
                                       {"line", left.statement.line},
                                       {"statement", left.statement.text},
                                       {"why", left.why}});
  object["drift"] = report.drift ? Json::parse(to_json(*report.drift)) : Json();
  object["status"] = report.status ? to_json(*report.status) : Json();
  object["error"] = report.failure ? to_json(*report.failure) : Json();
  return object;
}

std::string to_text(const Status& status) {
  const auto or_none = [](const std::optional<std::string>& id) { return id.value_or("none"); };
  std::string text = fmt::format("expected head  {}\ncurrent head   {}\n",
                                 or_none(status.expected_head), or_none(status.current_head));
  if (status.baseline)
    text += fmt::format("baseline       {}{}\n", *status.baseline,
                        has_stamped_baseline(status) ? ", recorded without being run" : "");
  if (status.interrupted)
    text += fmt::format("interrupted    {}, {} after {} steps\n", status.interrupted->id,
                        name_of(status.interrupted->direction), status.interrupted->steps_done);
  const auto list = [&text](std::string_view title, const std::vector<std::string>& ids) {
    for (const std::string& id : ids) text += fmt::format("{:<15}{}\n", title, id);
  };
  list("pending", status.pending);
  list("unknown", status.unknown);
  list("changed", status.changed);
  list("replaced", status.replaced);
  for (const PartlyReplaced& partly : status.partly_replaced) text += describe(partly) + "\n";
  return text;
}

std::string to_table(const std::vector<DatabaseReport>& reports) {
  TextTable table{{"TARGET", "RESULT", "HEAD", "PENDING", "RAN"}};
  for (const DatabaseReport& report : reports)
    table.add({report.name, result_of(report),
               report.status ? report.status->current_head.value_or("none") : "?",
               report.status ? std::to_string(report.status->pending.size()) : "?",
               std::to_string(report.ran.size())});
  std::string text = table.text();
  for (const DatabaseReport& report : reports)
    if (report.failure) text += fmt::format("\n{}: {}\n", report.name, report.failure->message);
  return text;
}

}  // namespace tenon::cli
