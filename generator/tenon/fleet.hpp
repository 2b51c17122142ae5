// The same work in many databases at once.
#pragma once

#include "database.hpp"
#include "database_report.hpp"
#include "report.hpp"
#include "targets.hpp"

#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace tenon::cli {

/// Does `work` for every target, several at once, and reports each: one that fails hides no other.
/// Those that were not begun, after a stop or too many failures, are reported as skipped.
/// @param work what to do for one; what it throws is that one's failure. Called from several
/// threads.
/// @param done called after each, never twice at once
/// @return the reports in the order of the targets.
[[nodiscard]] std::vector<DatabaseReport> for_each_target(
    const Targets& targets, const std::function<DatabaseReport(const Target&)>& work,
    const std::stop_token& stop, const std::function<void(const DatabaseReport&)>& done);

/// The targets of `--targets`; nothing when the command is for one database.
/// @throws UsageError, also when both were said.
[[nodiscard]] std::optional<Targets> read_fleet(const DatabaseOptions& options);

/// Asks one database, or every one of a fleet: what only reads goes on after a failure.
/// @param ask   what to ask of the database that a conninfo names
/// @param print prints the answer of one database, as text or as JSON
/// @return the exit status.
/// @throws what `ask` throws of one database.
[[nodiscard]] int ask_each(const DatabaseOptions& options, std::optional<Targets> fleet,
                           Format format,
                           const std::function<DatabaseReport(const std::string&)>& ask,
                           const std::function<void(const DatabaseReport&)>& print);

/// Asks every database of a fleet: what only reads goes on after a failure.
/// @returns the reports in the order of the targets.
[[nodiscard]] std::vector<DatabaseReport> ask_all(
    Targets fleet, const std::function<DatabaseReport(const std::string&)>& ask);

/// The gravest exit status of all.
[[nodiscard]] int gravest_exit_status(const std::vector<DatabaseReport>& reports);

/// Prints how each ended, as soon as it did; in JSON nothing.
[[nodiscard]] std::function<void(const DatabaseReport&)> told_one_by_one(const Targets& targets,
                                                                         Format format);

/// Prints one table, or one JSON document, of all.
/// @return the gravest of all exit statuses.
[[nodiscard]] int finish_fleet(const std::vector<DatabaseReport>& reports, Format format);

}  // namespace tenon::cli
