// The same work in many databases at once.
#pragma once

#include "database_report.hpp"
#include "report.hpp"
#include "targets.hpp"

#include <functional>
#include <stop_token>
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

/// Prints how each ended, as soon as it did; in JSON nothing.
[[nodiscard]] std::function<void(const DatabaseReport&)> told_one_by_one(const Targets& targets,
                                                                         Format format);

/// Prints one table, or one JSON document, of all.
/// @return the gravest of all exit statuses.
[[nodiscard]] int finish_fleet(const std::vector<DatabaseReport>& reports, Format format);

}  // namespace tenon::cli
