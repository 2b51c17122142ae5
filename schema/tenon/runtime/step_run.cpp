// Statement by statement, so that an error names the one that failed.
#include <fmt/format.h>

#include <tenon/catalog/sqlstates.hpp>
#include <tenon/runtime/concurrent_index.hpp>
#include <tenon/runtime/migrator_errors.hpp>
#include <tenon/runtime/session_settings.hpp>
#include <tenon/runtime/step_run.hpp>

#include <utility>
#include <vector>

namespace tenon {
namespace {

constexpr const char* transaction_id = "SELECT pg_current_xact_id()";

// Soon or not at all: what cannot be dropped now is dropped before the next try.
void drop_unfinished(Connection& connection, const ConcurrentIndex& index) {
  if (!index.is_created) return;
  try {
    const SessionSettings soon{connection, {{"lock_timeout", "2s"}}};
    drop_invalid(connection, index);
  } catch (const Error&) {  // NOLINT(bugprone-empty-catch): see above.
  }
}

}  // namespace

std::string begin_transaction(Connection& connection, const std::string& settings) {
  return not_null(connection.query("BEGIN; " + settings + "; " + transaction_id).at(0).at(0));
}

StepRun::StepRun(Connection& connection, const Migration& migration, Direction direction,
                 const MigrationStep& step, Execute execute)
    : connection_{connection},
      migration_{migration},
      direction_{direction},
      step_{step},
      execute_{std::move(execute)} {}

void StepRun::in_transaction() {
  try {
    run_each();
  } catch (const DatabaseError& cause) {
    throw error(cause.what(), cause.sqlstate);
  }
}

void StepRun::require_in(const std::string& transaction) {
  if (connection_.query(transaction_id).at(0).at(0) != transaction) throw ended_transaction();
}

MigrationError StepRun::ended_transaction() const {
  return error(
      "it ended the transaction that it was run in; a migration must not have COMMIT or ROLLBACK",
      "");
}

void StepRun::run_each() {
  bool data_moved = false;
  for (; at_ < step_.statements.size(); ++at_) {
    const Statement& statement = step_.statements[at_];
    // ALTER TABLE refuses a table whose deferred checks of moved rows are still pending.
    if (data_moved && !statement.moves_data) connection_.execute("SET CONSTRAINTS ALL IMMEDIATE");
    execute_(statement);
    data_moved = statement.moves_data;
  }
}

void StepRun::alone(bool was_begun) {
  const Statement& statement = step_.statements.at(0);
  const ConcurrentIndex index = ConcurrentIndex::in(statement.text);
  try {
    if (was_begun) {
      drop_invalid(connection_, index);
      const IndexState left = state_of(connection_, index);
      if (left == (index.is_created ? IndexState::valid : IndexState::missing)) return;
    }
    execute_(statement);
  } catch (const Cancelled&) {
    drop_unfinished(connection_, index);
    throw;
  } catch (const DatabaseError& cause) {
    // An index that was there before is somebody's.
    if (cause.sqlstate != sqlstates::duplicate_table) drop_unfinished(connection_, index);
    throw error(cause.what(), cause.sqlstate);
  }
}

const Statement* StepRun::current() const {
  return at_ < step_.statements.size() ? &step_.statements[at_] : nullptr;
}

std::string StepRun::place() const {
  const Statement* at = current();
  const std::string file = std::string{name_of(direction_)} + ".sql";
  if (at == nullptr) return "the end of " + file;
  return fmt::format("statement {}, {} line {}\n{}", at->number, file, at->line, at->text);
}

MigrationError StepRun::error(const std::string& why, std::string sqlstate) const {
  return MigrationError{
      fmt::format("migration {} failed{}, at {}\n{}", migration_.id,
                  step_.in_transaction ? " and was rolled back" : "", place(), why),
      failed(std::move(sqlstate))};
}

ConnectionError StepRun::lost(const ConnectionError& cause) const {
  const std::string what_is_left =
      current() == nullptr ? "whether its COMMIT was done, tenon status says"
      : step_.in_transaction
          ? "PostgreSQL rolls back what was not committed; run it again"
          : "the server may still be at it; run it again, and it goes on where it was";
  return ConnectionError{
      fmt::format("the connection was lost while migration {} ran, at {}\n{}\n{}", migration_.id,
                  place(), cause.what(), what_is_left),
      failed("")};
}

FailedStatement StepRun::failed(std::string sqlstate) const {
  const Statement* at = current();
  const std::size_t after_last = step_.statements.empty() ? 1 : step_.statements.back().number + 1;
  return {.sqlstate = std::move(sqlstate),
          .statement = at == nullptr ? "COMMIT" : at->text,
          .migration = migration_.id,
          .statement_number = at == nullptr ? after_last : at->number,
          .line = at == nullptr ? 0 : at->line};
}

}  // namespace tenon
