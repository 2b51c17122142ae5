#include <tenon/runtime/migration_run.hpp>
#include <tenon/testing/missing_roles.hpp>
#include <tenon/testing/observed_tables.hpp>

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <utility>

namespace tenon::testing {
namespace {

struct Table {
  QualifiedName name;
  std::string file;
  std::int64_t scans = 0;
  Lock lock = Lock::none;
};
/// By their oids, which neither a new name nor a new file changes.
using Tables = std::map<std::string, Table>;

// EXCLUSIVE, which no DDL takes but that of materialized views, blocks whoever writes, as SHARE ROW
// EXCLUSIVE does.
constexpr const char* query = R"sql(
WITH held AS (
  SELECT relation, max(CASE mode WHEN 'AccessExclusiveLock' THEN 4
                                 WHEN 'ExclusiveLock' THEN 3
                                 WHEN 'ShareRowExclusiveLock' THEN 3
                                 WHEN 'ShareLock' THEN 2
                                 WHEN 'ShareUpdateExclusiveLock' THEN 1 ELSE 0 END) AS lock
  FROM pg_locks WHERE locktype = 'relation' AND granted AND pid = pg_backend_pid()
  GROUP BY relation)
SELECT c.oid, n.nspname, c.relname, pg_relation_filenode(c.oid),
       pg_stat_get_xact_numscans(c.oid), coalesce(held.lock, 0)
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace LEFT JOIN held ON relation = c.oid
WHERE c.relkind IN ('r', 'p', 'm') AND c.relpersistence <> 't'
  AND n.nspname NOT IN ('pg_catalog', 'pg_toast', 'information_schema')
)sql";

Lock lock_from(const std::string& number) {
  constexpr Lock locks[] = {Lock::none, Lock::share_update_exclusive, Lock::share,
                            Lock::share_row_exclusive, Lock::access_exclusive};
  return locks[std::stoul(number)];
}

Tables read_tables(Connection& connection) {
  Tables tables;
  for (const Row& row : connection.query(query))
    tables[not_null(row.at(0))] = {{not_null(row.at(1)), not_null(row.at(2))},
                                   row.at(3).value_or(""),
                                   std::stoll(row.at(4).value_or("0")),
                                   lock_from(not_null(row.at(5)))};
  return tables;
}

/// One transaction of a migration.
class Observer {
 public:
  Observer(Connection& connection, const Tables& at_first)
      : connection_{connection}, at_first_{at_first}, before_{read_tables(connection)} {}

  ObservedStatement run(const Statement& statement) {
    connection_.execute(statement.text);
    Tables after = read_tables(connection_);
    ObservedStatement observed{statement, {}};
    for (const auto& [oid, first] : at_first_) {
      const auto now = after.find(oid);
      const auto then = before_.find(oid);
      if (now == after.end() || then == before_.end()) continue;
      const ObservedTable table{first.name, now->second.lock,
                                now->second.scans > then->second.scans,
                                now->second.file != then->second.file};
      if (table.lock != Lock::none || table.is_read || table.is_rewritten)
        observed.tables.push_back(table);
    }
    before_ = std::move(after);
    return observed;
  }

 private:
  Connection& connection_;
  const Tables& at_first_;
  Tables before_;
};

}  // namespace

std::vector<ObservedStatement> run_observed(const ScratchServer& server, Connection& connection,
                                            const Migration& migration) {
  const Tables at_first = read_tables(connection);
  std::vector<ObservedStatement> observed;
  for (const MigrationStep& step : steps_of(migration, Direction::up))
    with_roles(server, connection, [&] {
      std::optional<Observer> observer;
      std::vector<ObservedStatement> statements;
      run_step(connection, migration, Direction::up, step, [&](const Statement& statement) {
        if (!step.in_transaction) return connection.execute(statement.text);
        if (!observer) observer.emplace(connection, at_first);
        statements.push_back(observer->run(statement));
      });
      std::ranges::move(statements, std::back_inserter(observed));
    });
  return observed;
}

}  // namespace tenon::testing
