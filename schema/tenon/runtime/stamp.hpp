// Recording migrations that a database has without having run them.
#pragma once

#include <tenon/history/migration.hpp>
#include <tenon/runtime/any_connection.hpp>
#include <tenon/runtime/migrator_errors.hpp>
#include <tenon/runtime/migrator_lock.hpp>

#include <chrono>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace tenon {

/// Writes the ledger's rows of the migrations up to `revision` that it lacks, all or none, under
/// the migrator's lock, and runs nothing. Whether the database is at that revision is for the
/// caller to know: nothing but the ledger is written, and the schema is not compared.
///
/// @param connection without an open transaction
/// @param migrations the whole chain, oldest first
/// @param revision an id; nothing stands for the baseline
/// @param patience how long to wait for another migrator to finish
/// @return the ids of those that were recorded; none when the ledger has `revision` already.
/// @throws LedgerError when nothing may be recorded: `revision` is not among the migrations, or
///   there is no baseline; the ledger and the migrations contradict each other, as for migrate();
///   or the database has nothing that could have come of a migration
/// @throws LockError, ConnectionError, DatabaseError
std::vector<std::string> stamp(AnyConnection connection, std::span<const Migration> migrations,
                               const std::optional<std::string>& revision,
                               std::chrono::milliseconds patience = usual_patience);

/// What stamp() would record now, in order. Nothing is written, and no lock is taken.
/// @throws as stamp()
[[nodiscard]] std::vector<std::string> plan_stamp(AnyConnection connection,
                                                  std::span<const Migration> migrations,
                                                  const std::optional<std::string>& revision);

}  // namespace tenon
