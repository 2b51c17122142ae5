// One migrator at a time in one database.
#pragma once

#include <tenon/catalog/connection.hpp>

#include <chrono>
#include <stop_token>

namespace tenon {

/// How long a migrator waits for another one to finish, unless it is told otherwise.
inline constexpr std::chrono::milliseconds usual_patience{60'000};

/// The number of the lock, which no application uses by chance: the bytes of "tenon mg".
inline constexpr const char* migrator_lock_key = "8387231305915460967";

/// Holds a session-level advisory lock of the database. It is asked for again and again, each time
/// in a statement of its own, so that nobody holds a snapshot while waiting: CREATE INDEX
/// CONCURRENTLY in the migrator that has the lock would wait for it forever.
/// https://www.postgresql.org/docs/current/explicit-locking.html#ADVISORY-LOCKS
///
/// A pooler that gives each transaction another session (PgBouncer in transaction mode) breaks such
/// locks: migrate through a direct connection.
class MigratorLock {
 public:
  /// @param patience how long to wait for another migrator
  /// @param stop     asks to wait no longer
  /// @throws LockError that says who has the lock; Cancelled.
  MigratorLock(Connection& connection, std::chrono::milliseconds patience,
               const std::stop_token& stop = {});
  MigratorLock(const MigratorLock&) = delete;
  MigratorLock& operator=(const MigratorLock&) = delete;
  ~MigratorLock();

 private:
  Connection& connection_;
};

}  // namespace tenon
