// What a change to a repository may do to the migrations that others have run.
#pragma once

#include <tenon/history/diagnostic.hpp>
#include <tenon/history/migration.hpp>

#include <filesystem>
#include <span>
#include <vector>

namespace tenon {

/// Released migrations that are edited, renamed or gone: databases have run them as they were. A
/// comment or a line ending is no edit, a statement and a hand-written zone are. A squash may take
/// their place when it names them with the digests that were released.
///
/// @param released the migrations of the revision that is compared with
/// @param present  those that are there now
/// @param folder   where these are, for the findings' places
[[nodiscard]] std::vector<Diagnostic> check_released(std::span<const Migration> released,
                                                     std::span<const Migration> present,
                                                     const std::filesystem::path& folder);

/// Migrations that lose rows or values which nobody has acknowledged when they were written.
///
/// @param released those of which nothing is asked: they were agreed upon
/// @param present  a history without findings, oldest first
[[nodiscard]] std::vector<Diagnostic> check_acknowledged(std::span<const Migration> released,
                                                         std::span<const Migration> present,
                                                         const std::filesystem::path& folder);

}  // namespace tenon
