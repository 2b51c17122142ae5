#include "fleet.hpp"

#include "command.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <exception>
#include <iostream>
#include <mutex>
#include <thread>

namespace tenon::cli {
namespace {

DatabaseReport report_of(const Target& target,
                         const std::function<DatabaseReport(const Target&)>& work) {
  DatabaseReport report;
  try {
    report = work(target);
  } catch (const std::exception& error) {
    report.failure = failure_of(error);
    report.exit_status = report.failure->exit_status;
  }
  report.name = target.name;
  return report;
}

}  // namespace

std::vector<DatabaseReport> for_each_target(
    const Targets& targets, const std::function<DatabaseReport(const Target&)>& work,
    const std::stop_token& stop, const std::function<void(const DatabaseReport&)>& done) {
  std::vector<DatabaseReport> reports(targets.all.size());
  for (std::size_t i = 0; i < reports.size(); ++i) {
    reports[i].name = targets.all[i].name;
    reports[i].is_skipped = true;
    reports[i].exit_status = exit_findings;
  }
  std::mutex mutex;
  std::size_t next = 0;
  std::size_t failures = 0;
  const auto take = [&]() -> std::size_t {
    const std::scoped_lock lock{mutex};
    const bool is_over = stop.stop_requested() || (targets.stop_after_failures > 0 &&
                                                   failures >= targets.stop_after_failures);
    return is_over ? reports.size() : next++;
  };
  const auto work_off = [&] {
    for (std::size_t at = take(); at < reports.size(); at = take()) {
      DatabaseReport report = report_of(targets.all[at], work);
      const std::scoped_lock lock{mutex};
      if (report.failure) ++failures;
      done(report);
      reports[at] = std::move(report);
    }
  };
  {
    std::vector<std::jthread> threads;
    const std::size_t count = std::min(targets.parallelism, reports.size());
    for (std::size_t i = 0; i < count; ++i) threads.emplace_back(work_off);
  }
  return reports;
}

std::optional<Targets> read_fleet(const DatabaseOptions& options) {
  if (options.targets.empty()) return std::nullopt;
  if (!options.database.empty()) throw UsageError{"either --database or --targets"};
  return read_targets(options.targets);
}

int ask_each(const DatabaseOptions& options, std::optional<Targets> fleet, Format format,
             const std::function<DatabaseReport(const std::string&)>& ask,
             const std::function<void(const DatabaseReport&)>& print) {
  if (!fleet) {
    const DatabaseReport report = ask(conninfo(options));
    print(report);
    return report.exit_status;
  }
  return finish_fleet(ask_all(*std::move(fleet), ask), format);
}

std::vector<DatabaseReport> ask_all(Targets fleet,
                                    const std::function<DatabaseReport(const std::string&)>& ask) {
  fleet.stop_after_failures = 0;
  return for_each_target(
      fleet, [&](const Target& target) { return ask(target.conninfo); }, {},
      [](const DatabaseReport&) {});
}

std::function<void(const DatabaseReport&)> told_one_by_one(const Targets& targets, Format format) {
  if (format == Format::json) return [](const DatabaseReport&) {};
  return [total = targets.all.size(), done = std::size_t{0}](const DatabaseReport& report) mutable {
    std::cout << fmt::format("[{}/{}] {}: {}\n", ++done, total, report.name,
                             report.failure ? "failed"
                                            : fmt::format("{} migrations ran", report.ran.size()))
              << std::flush;
  };
}

int gravest_exit_status(const std::vector<DatabaseReport>& reports) {
  int status = exit_ok;
  for (const DatabaseReport& report : reports) status = std::max(status, report.exit_status);
  return status;
}

int finish_fleet(const std::vector<DatabaseReport>& reports, Format format) {
  const int status = gravest_exit_status(reports);
  if (format == Format::json) {
    nlohmann::ordered_json targets = nlohmann::ordered_json::array();
    for (const DatabaseReport& report : reports) targets.push_back(to_json(report));
    std::cout << nlohmann::ordered_json{{"targets", targets}, {"exit_status", status}}.dump(2)
              << '\n';
  } else {
    std::cout << to_table(reports);
  }
  return status;
}

}  // namespace tenon::cli
