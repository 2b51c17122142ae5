// What `tenon reconcile` has found, made and left.
#pragma once

#include "colours.hpp"
#include "drift_report.hpp"
#include "reconcile_plan.hpp"
#include "row_checks.hpp"

#include <nlohmann/json_fwd.hpp>

#include <tenon/history/migration.hpp>

#include <filesystem>
#include <optional>
#include <vector>

namespace tenon::cli {

struct ReconcileReport {
  /// The database as `tenon verify` shows it.
  DriftReport drift;
  ReconcilePlan plan;
  /// Why nothing was written, where rows are in the way.
  std::vector<RowProblem> problems;
  /// What mends the database; nothing when there is nothing to do, or a person has to decide first.
  std::optional<Migration> migration;
  /// The folder that it was written to; empty when it was only planned.
  std::filesystem::path written;
};

/// `same`, `written`, `planned`, `refused`, or `left` when all that differs stays as it is.
[[nodiscard]] const char* result_of(const ReconcileReport& report);

/// 0 when the database is as the migrations make it, or will be when the migration has run.
[[nodiscard]] int exit_status_of(const ReconcileReport& report);

/// For people: what differs by severity, what is made, what stays, and what to do.
[[nodiscard]] std::string to_text(const ReconcileReport& report, const Colours& colours);

/// The keys of docs/reconcile.md.
[[nodiscard]] nlohmann::ordered_json to_json(const ReconcileReport& report);

}  // namespace tenon::cli
