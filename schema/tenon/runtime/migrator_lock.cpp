// Polls an advisory lock.
#include <tenon/runtime/migrator_errors.hpp>
#include <tenon/runtime/migrator_lock.hpp>

#include <algorithm>
#include <string>
#include <thread>

namespace tenon {
namespace {

bool try_to_lock(Connection& connection) {
  return connection.query(std::string{"SELECT pg_try_advisory_lock("} + migrator_lock_key +
                          ")")[0][0] == "t";
}

/// Who has the lock, as far as this session may see it.
std::string holder(Connection& connection) {
  const auto rows = connection.query(std::string{R"sql(
SELECT 'process ' || l.pid || coalesce(', user ' || a.usename, '')
       || coalesce(', application ' || nullif(a.application_name, ''), '')
       || coalesce(', connected since ' || to_char(a.backend_start, 'YYYY-MM-DD HH24:MI:SS TZ'), '')
FROM pg_locks l LEFT JOIN pg_stat_activity a ON a.pid = l.pid
WHERE l.locktype = 'advisory' AND l.objsubid = 1 AND l.granted
  AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
  AND (l.classid::bigint << 32 | l.objid::bigint) = )sql"} +
                                     migrator_lock_key);
  return rows.empty() ? "it was given back just now" : not_null(rows[0][0]);
}

}  // namespace

MigratorLock::MigratorLock(Connection& connection, std::chrono::milliseconds patience,
                           const std::stop_token& stop)
    : connection_{connection} {
  using namespace std::chrono;
  const auto start = steady_clock::now();
  auto pause = milliseconds{10};
  while (!try_to_lock(connection_)) {
    if (steady_clock::now() - start >= patience) {
      throw LockError{"another migrator is at work in this database (" + holder(connection_) +
                      "); waited " + std::to_string(patience.count()) + " ms, nothing was run"};
    }
    if (stop.stop_requested())
      throw Cancelled{"it was asked to stop while it waited for another migrator; nothing was run"};
    std::this_thread::sleep_for(pause);
    pause = std::min(pause * 2, milliseconds{500});
  }
}

MigratorLock::~MigratorLock() {
  try {
    (void)connection_.query(std::string{"SELECT pg_advisory_unlock("} + migrator_lock_key + ")");
  } catch (const std::exception&) {  // NOLINT(bugprone-empty-catch)
    // The session is gone, and its locks with it.
  }
}

}  // namespace tenon
