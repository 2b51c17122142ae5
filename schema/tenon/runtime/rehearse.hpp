// Migrations that really run, and leave nothing.
#pragma once

#include <tenon/history/migration.hpp>
#include <tenon/runtime/any_connection.hpp>
#include <tenon/runtime/migrate_options.hpp>
#include <tenon/runtime/migrator_errors.hpp>

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace tenon {

/// A statement that was not rehearsed.
struct NotRehearsed {
  std::string migration;
  Statement statement;
  /// In a sentence.
  std::string why;
};

struct Rehearsal {
  /// The migrations that would run, in order.
  std::vector<std::string> ran;
  /// The squashes that would be recorded and not run.
  std::vector<std::string> recorded;
  std::vector<NotRehearsed> not_rehearsed;
};

/// Runs what migrate() would run, the ledger's rows too, in one transaction that is rolled back. It
/// takes the same locks, and holds them until the end. What can be in no transaction is left out,
/// and what depends on it, and said.
/// @throws as migrate(), with the same errors; a lock that is not to be had is not waited for
/// again.
[[nodiscard]] Rehearsal rehearse(AnyConnection connection, std::span<const Migration> migrations,
                                 const MigrateOptions& options = {});

/// The same for down().
[[nodiscard]] Rehearsal rehearse_down(AnyConnection connection,
                                      std::span<const Migration> migrations,
                                      const std::optional<std::string>& revision,
                                      const MigrateOptions& options = {});

}  // namespace tenon
