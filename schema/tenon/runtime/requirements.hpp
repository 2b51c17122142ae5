// What must hold before anything is run or recorded.
#pragma once

#include <tenon/history/migration.hpp>
#include <tenon/runtime/migrator_errors.hpp>
#include <tenon/runtime/status.hpp>

#include <span>

namespace tenon {

/// @throws LedgerError unless each migration follows the one before it, and the first none.
void require_chain(std::span<const Migration> migrations);

/// @throws LedgerError when a migration was changed after it ran.
void require_unchanged(const Status& status);

/// @throws LedgerError when the ledger has rows of migrations that nobody knows.
void require_known(const Status& status);

/// @throws LedgerError when a database is in the middle of what a squash replaces.
void require_not_in_squash(const Status& status);

/// @throws LedgerError when a migration has run in part.
void require_uninterrupted(const Status& status);

/// @throws LedgerError when a migration was interrupted on its way in the other direction, or is
/// not
///   among `migrations`, or was changed after some of its steps ran.
void require_resumable(const Status& status, std::span<const Migration> migrations,
                       Direction direction);

}  // namespace tenon
