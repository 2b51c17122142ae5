// What is still to be run.
#pragma once

#include <tenon/history/migration.hpp>
#include <tenon/runtime/migrator_errors.hpp>
#include <tenon/runtime/status.hpp>

#include <span>
#include <vector>

namespace tenon {

/// The pending migrations, which must all come after those that ran: each was written for the
/// schema that its parent leaves.
/// @throws LedgerError when one comes before one that ran.
[[nodiscard]] std::vector<const Migration*> pending(const Status& status,
                                                    std::span<const Migration> migrations);

}  // namespace tenon
