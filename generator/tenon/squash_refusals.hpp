// What a squash would lose without a word.
#pragma once

#include <tenon/history/diagnostic.hpp>
#include <tenon/history/squash.hpp>

#include <filesystem>
#include <optional>
#include <span>
#include <vector>

namespace tenon::cli {

/// A finding for each of `squashed` that mends a drifted database: it makes no difference to the
/// schema, so that nothing of it would be in the squash.
[[nodiscard]] std::vector<Diagnostic> lost_reconciliations(std::span<const Migration> squashed,
                                                           const std::filesystem::path& folder);

/// Why a zone cannot be kept: the squash renames what it is about before it runs.
[[nodiscard]] std::optional<Diagnostic> renamed_before(const HandWritten& written,
                                                       std::span<const Migration> squashed,
                                                       const std::filesystem::path& folder);

}  // namespace tenon::cli
