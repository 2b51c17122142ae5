// What a migration does to the tables that are there before it, as PostgreSQL has it.
#pragma once

#include <tenon/catalog/connection.hpp>
#include <tenon/history/migration.hpp>
#include <tenon/plan/plan.hpp>
#include <tenon/runtime/migration_steps.hpp>
#include <tenon/testing/scratch_server.hpp>

#include <vector>

namespace tenon::testing {

/// A table, after a statement.
struct ObservedTable {
  /// That it had before the migration.
  QualifiedName name;
  /// The strongest lock that the transaction holds so far; none for those that only what changes
  /// the table waits for.
  Lock lock = Lock::none;
  /// The statement read all of it.
  bool is_read = false;
  /// The statement put another file in place of the one with its rows.
  bool is_rewritten = false;
};

/// A statement that ran in a transaction, and the tables on which this holds a lock or which the
/// statement read or rewrote.
struct ObservedStatement {
  Statement statement;
  std::vector<ObservedTable> tables;
};

/// Runs the way up of a migration, without a ledger, and looks after each statement what it did:
/// at the locks, the files, and how often a table was read from end to end. The tables may be
/// empty: PostgreSQL locks, reads and rewrites those in the same way. What runs outside a
/// transaction is not observed, because it blocks nobody.
/// https://www.postgresql.org/docs/current/view-pg-locks.html
/// @param server where roles that it names are made, when it is our own
/// @param connection without an open transaction, to a database of `server` at the migration's
///   parent
/// @throws MigrationError after the transaction was rolled back; DatabaseError; ConnectionError.
[[nodiscard]] std::vector<ObservedStatement> run_observed(const ScratchServer& server,
                                                          Connection& connection,
                                                          const Migration& migration);

}  // namespace tenon::testing
