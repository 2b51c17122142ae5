// What is still to be run.
#pragma once

#include <tenon/history/migration.hpp>
#include <tenon/runtime/migrator_errors.hpp>
#include <tenon/runtime/status.hpp>

#include <cstddef>
#include <span>
#include <vector>

namespace tenon {

/// A migration that is to be run or recorded, and its place in the chain from 1.
struct Planned {
  const Migration* migration;
  std::size_t position;
};

/// The pending migrations, which must all come after those that ran: each was written for the
/// schema that its parent leaves.
/// @throws LedgerError when one comes before one that ran.
[[nodiscard]] std::vector<Planned> pending(const Status& status,
                                           std::span<const Migration> migrations);

}  // namespace tenon
