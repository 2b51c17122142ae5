// One of two branches, written anew on top of the other.
#pragma once

#include <tenon/history/diagnostic.hpp>
#include <tenon/history/migration.hpp>

#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace tenon {

/// Two chains of one history: what both begin with, and what each has of its own.
struct Branches {
  std::vector<Migration> shared;
  /// The branch that stays as it is.
  std::vector<Migration> staying;
  /// The branch that is written anew.
  std::vector<Migration> local;
};

/// @param staying, local chains, oldest first
[[nodiscard]] Branches branches_of(std::vector<Migration> staying, std::vector<Migration> local);

struct Rebased {
  /// What `local` becomes, one for one; none where there are findings.
  std::vector<Migration> migrations;
  /// Why it cannot be done: both branches change the same object, or a hand-written zone has lost
  /// its place.
  std::vector<Diagnostic> findings;
};

/// Plans the changes of `branches.local` against the schema that `branches.staying` leads to: ids,
/// parents, digests and SQL are new, changes and hand-written zones are kept as they are.
///
/// @param date   the first part of the new ids, `YYYYMMDD`
/// @param folder where the migrations were read from, for the findings' places
/// @throws SqlError when a text cannot be scanned, which check_history() finds before.
[[nodiscard]] Rebased rebase(const Branches& branches, const std::string& date,
                             const std::filesystem::path& folder);

}  // namespace tenon
