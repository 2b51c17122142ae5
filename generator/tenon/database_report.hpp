// What became of one database, as text and as JSON.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <tenon/catalog/error.hpp>
#include <tenon/runtime/migration_steps.hpp>
#include <tenon/runtime/rehearse.hpp>
#include <tenon/runtime/status.hpp>
#include <tenon/runtime/verify.hpp>

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace tenon::cli {

/// Why a command did not do what it was asked for.
struct Failure {
  /// `migration`, `ledger`, `lock`, `cancelled`, `refused`, `connection`, `database` or `error`.
  std::string kind;
  std::string message;
  FailedStatement at;
  int exit_status = 0;
};

/// @param error what a function of the runtime threw
[[nodiscard]] Failure failure_of(const std::exception& error);

struct RanMigration {
  std::string id;
  std::chrono::microseconds duration{};
};

struct DatabaseReport {
  /// The target's name; empty when there is but one database.
  std::string name;
  /// It was not begun, because of others.
  bool is_skipped = false;
  /// What it is at; nothing when it could not be asked.
  std::optional<Status> status;
  std::vector<RanMigration> ran;
  /// Squashes that were recorded without being run, because all that they replace had run.
  std::vector<std::string> recorded;
  std::vector<NotRehearsed> not_rehearsed;
  /// How its schema differs, when that was asked for.
  std::optional<Verification> drift;
  std::optional<Failure> failure;

  /// 0 when it is as wanted: nothing failed and, for a status, nothing is pending or wrong.
  int exit_status = 0;
};

/// In one word: `ok`, `behind`, `differs`, `drift`, `unknown`, `failed` or `skipped`.
[[nodiscard]] std::string result_of(const DatabaseReport& report);

/// The keys of docs/running-migrations.md, in its order.
[[nodiscard]] nlohmann::ordered_json to_json(const Failure& failure);
[[nodiscard]] nlohmann::ordered_json to_json(const Status& status);
[[nodiscard]] nlohmann::ordered_json to_json(const DatabaseReport& report);

/// The lines of `tenon status` for one database.
[[nodiscard]] std::string to_text(const Status& status);

/// One table for all of a fleet, and below it what failed.
[[nodiscard]] std::string to_table(const std::vector<DatabaseReport>& reports);

}  // namespace tenon::cli
