// One migration in one transaction.
#pragma once

#include <tenon/catalog/connection.hpp>
#include <tenon/history/migration.hpp>
#include <tenon/runtime/migrator_errors.hpp>

#include <chrono>
#include <cstddef>

namespace tenon {

enum class Direction { up, down };

/// Runs the statements of one direction in the transaction that `connection` is in, which is the
/// caller's to end.
/// @throws MigrationError, after which the transaction can only be rolled back; ConnectionError.
void run_statements(Connection& connection, const Migration& migration, Direction direction);

/// Runs the file of one direction statement by statement, and writes or removes the ledger's row,
/// all in one transaction with the search path `public`.
/// @param position     the migration's place in the chain, from 1
/// @param lock_timeout how long a statement may wait for a lock on a table, and make others wait
/// @return the time that it took.
/// @throws MigrationError after the transaction was rolled back; ConnectionError.
std::chrono::microseconds run_migration(Connection& connection, const Migration& migration,
                                        Direction direction, std::size_t position,
                                        std::chrono::milliseconds lock_timeout);

}  // namespace tenon
