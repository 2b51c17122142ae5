// Another tool's scripts as a schema source.
#pragma once

#include "scripts/script_folder.hpp"
#include "source.hpp"

#include <tenon/runtime/other_ledgers.hpp>
#include <tenon/testing/scratch_server.hpp>

#include <set>
#include <string>
#include <vector>

namespace tenon::cli {

/// What scripts have made, and the database in which they did.
struct RanScripts {
  scripts::ScriptFolder folder;
  testing::ScratchDatabase database;
  /// Without the ledgers of other tools.
  LoadedSource source;
  std::vector<OtherLedger> ledgers;
  /// As run_scripts() returns.
  std::set<std::string> created_roles;
};

/// Runs the scripts in a scratch database, which lives as long as the result.
/// @throws UsageError when it is not clear whose scripts they are; HistoryError with the place of
///   what is wrong; ConnectionError, ServerError
[[nodiscard]] RanScripts run_script_source(const scripts::ScriptPlace& place, Scratch& scratch);

/// In words, what was left out of the schema: ledgers, and files that are no scripts.
[[nodiscard]] std::vector<std::string> notes_of(const RanScripts& scripts);

/// `left out, because it is the ledger of Flyway: table flyway_schema_history`.
[[nodiscard]] std::string note_of(const OtherLedger& ledger);

}  // namespace tenon::cli
