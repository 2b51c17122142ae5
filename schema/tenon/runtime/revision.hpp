// The migration that a person means by an id.
#pragma once

#include <tenon/history/migration.hpp>
#include <tenon/runtime/migrator_errors.hpp>

#include <span>
#include <string>

namespace tenon {

/// The migration called `id`; for the last of those that a squash replaces, the squash.
/// @throws LedgerError when there is none, which says so of one that is in the middle of a squash.
[[nodiscard]] const Migration& revision_called(const std::string& id,
                                               std::span<const Migration> migrations);

}  // namespace tenon
