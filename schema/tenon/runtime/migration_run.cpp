// Statement by statement, so that an error names the one that failed.
#include <tenon/history/errors.hpp>
#include <tenon/history/sql_text.hpp>
#include <tenon/runtime/ledger_rows.hpp>
#include <tenon/runtime/migration_run.hpp>
#include <tenon/sql/script_settings.hpp>

#include <algorithm>
#include <string_view>
#include <vector>

namespace tenon {
namespace {

struct Statement {
  std::string text;
  std::size_t line;
};

const char* file_of(Direction direction) {
  return direction == Direction::up ? "up.sql" : "down.sql";
}

/// The statements of a file with the lines on which they begin.
std::vector<Statement> statements_of(const Migration& migration, Direction direction) try {
  const auto& sql = direction == Direction::up ? migration.up_sql : migration.down_sql;
  std::vector<Statement> statements;
  std::size_t from = 0;
  for (auto& text : split_statements(sql)) {
    const auto begin = std::min(sql.find(text, from), sql.size());
    from = begin + text.size();
    const auto lines =
        std::count(sql.begin(), sql.begin() + static_cast<std::ptrdiff_t>(begin), '\n');
    statements.push_back({std::move(text), static_cast<std::size_t>(lines) + 1});
  }
  return statements;
} catch (const SqlError& error) {
  MigrationError told{"migration " + migration.id + " was not run: " + file_of(direction) + ": " +
                      error.what()};
  told.migration = migration.id;
  throw told;
}

bool moves_data(const std::string& statement) {
  try {
    return statements_that_are_no_data_moves(statement).empty();
  } catch (const SqlError&) {
    // Newer than the parser: then it is generated, and no data move.
    return false;
  }
}

std::string transaction_id(Connection& connection) {
  return not_null(connection.query("SELECT pg_current_xact_id()")[0][0]);
}

/// The running of one file, which knows at which statement it is.
class Run {
 public:
  Run(Connection& connection, const Migration& migration, Direction direction)
      : connection_{connection},
        migration_{migration},
        direction_{direction},
        statements_{statements_of(migration, direction)} {}

  void all() {
    try {
      const auto transaction = transaction_id(connection_);
      run_each();
      if (transaction_id(connection_) == transaction) return;
    } catch (const DatabaseError& cause) {
      throw error(cause.what(), cause.sqlstate);
    }
    throw error(
        "it ended the transaction that it was run in; a migration must not have COMMIT or ROLLBACK",
        "");
  }

  /// What failed at the statement that the run has reached, or at COMMIT after the last one.
  [[nodiscard]] MigrationError error(const std::string& why, std::string sqlstate) const {
    const bool at_end = at_ == statements_.size();
    MigrationError error{failure(why)};
    error.migration = migration_.id;
    error.statement_number = at_ + 1;
    error.statement = at_end ? "COMMIT" : statements_[at_].text;
    error.line = at_end ? 0 : statements_[at_].line;
    error.sqlstate = std::move(sqlstate);
    return error;
  }

 private:
  void run_each() {
    bool data_moved = false;
    for (; at_ < statements_.size(); ++at_) {
      const bool moves = moves_data(statements_[at_].text);
      // ALTER TABLE refuses a table whose deferred checks of moved rows are still pending.
      if (data_moved && !moves) connection_.execute("SET CONSTRAINTS ALL IMMEDIATE");
      connection_.execute(statements_[at_].text);
      data_moved = moves;
    }
  }

  [[nodiscard]] std::string failure(const std::string& why) const {
    const std::string file = file_of(direction_);
    const auto place = at_ < statements_.size()
                           ? "statement " + std::to_string(at_ + 1) + " of " +
                                 std::to_string(statements_.size()) + ", " + file + " line " +
                                 std::to_string(statements_[at_].line) + "\n" +
                                 statements_[at_].text
                           : "the end of " + file;
    return "migration " + migration_.id + " failed and was rolled back, at " + place + "\n" + why;
  }

  Connection& connection_;
  const Migration& migration_;
  Direction direction_;
  std::vector<Statement> statements_;
  std::size_t at_ = 0;
};

}  // namespace

void run_statements(Connection& connection, const Migration& migration, Direction direction) {
  Run{connection, migration, direction}.all();
}

std::chrono::microseconds run_migration(Connection& connection, const Migration& migration,
                                        Direction direction, std::size_t position,
                                        std::chrono::milliseconds lock_timeout) {
  using namespace std::chrono;
  const auto start = steady_clock::now();
  Run run{connection, migration, direction};
  connection.execute("BEGIN");
  try {
    connection.execute(std::string{sql::transaction_settings} +
                       "; SET LOCAL lock_timeout = " + std::to_string(lock_timeout.count()));
    run.all();
    const auto duration = duration_cast<microseconds>(steady_clock::now() - start);
    if (direction == Direction::up) {
      record(connection, migration, position, duration);
    } else {
      forget(connection, migration.id);
    }
    connection.execute("COMMIT");
    return duration;
  } catch (const DatabaseError& cause) {
    connection.execute("ROLLBACK");
    throw run.error(cause.what(), cause.sqlstate);
  } catch (const MigrationError&) {
    connection.execute("ROLLBACK");
    throw;
  }
}

}  // namespace tenon
