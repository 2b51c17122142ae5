// The gate: whether the migrations are a history, and whether they lead to the structs.
#pragma once

#include <tenon/history/diagnostic.hpp>
#include <tenon/history/fold.hpp>
#include <tenon/history/migration.hpp>
#include <tenon/model/declarations.hpp>

#include <filesystem>
#include <span>
#include <vector>

namespace tenon {

/// A history and what is wrong with it. `head` is the schema after the last migration, as far as
/// the changes could be applied; it means nothing while there are findings.
struct CheckedHistory {
  Head head;
  std::vector<Diagnostic> findings;
};

/// Checks what the migrations alone show: one chain without a gap and with one head, a baseline at
/// its beginning alone, changes that fit, files that say what was generated, nothing but data moves
/// in the hand-written zones.
///
/// @param folder where the migrations were read from, for the findings' places
[[nodiscard]] CheckedHistory check_history(std::span<const Migration> migrations,
                                           const std::filesystem::path& folder);

/// The differences between the structs and the schema that the migrations lead to, each at the
/// place of the member that it concerns; none when they are the same.
///
/// @param migrations names the one that made what the structs lack
[[nodiscard]] std::vector<Diagnostic> check_drift(const Declarations& declared, const Head& head,
                                                  std::span<const Migration> migrations);

}  // namespace tenon
