// Steps in transactions of their own, and what the ledger says of each.
#include <tenon/catalog/sqlstates.hpp>
#include <tenon/runtime/ledger_rows.hpp>
#include <tenon/runtime/migration_run.hpp>
#include <tenon/runtime/run_settings.hpp>
#include <tenon/runtime/session_settings.hpp>
#include <tenon/runtime/statement_watch.hpp>
#include <tenon/runtime/step_run.hpp>
#include <tenon/runtime/transaction.hpp>
#include <tenon/sql/script_settings.hpp>

#include <algorithm>
#include <optional>
#include <random>
#include <string>
#include <thread>
#include <vector>

namespace tenon {
namespace {

using std::chrono::duration_cast;
using std::chrono::microseconds;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

// Somebody was in the way, and will not be there forever.
bool is_worth_another_try(const MigrationError& error) {
  return error.sqlstate == sqlstates::lock_not_available ||
         error.sqlstate == sqlstates::deadlock_detected;
}

// Longer each time, and by chance, so that two that met do not meet again.
milliseconds pause_after(unsigned attempt) {
  static thread_local std::mt19937 random{std::random_device{}()};
  const auto longest = 100.0 * static_cast<double>(1U << std::min(attempt, 7U));
  return milliseconds{static_cast<milliseconds::rep>(
      std::uniform_real_distribution<>{longest / 2, longest}(random))};
}

/// One migration, with everything that is the same for all its steps.
class Runner {
 public:
  Runner(Connection& connection, const MigrationRun& run, const Status& before,
         const MigrateOptions& options, StatementWatch& watch)
      : connection_{connection}, run_{run}, before_{before}, options_{options}, watch_{watch} {}

  microseconds all() {
    const auto steps = steps_of(run_.migration, run_.direction);
    for (const MigrationStep& step : steps) {
      if (before_.has_run(run_.migration.id, run_.direction, step)) continue;
      const bool is_last = &step == &steps.back();
      // What is one transaction needs no row beside the migration's own.
      const bool has_row = steps.size() > 1;
      if (step.in_transaction)
        run_patiently(step, has_row, is_last);
      else
        run_alone(step, is_last);
    }
    return elapsed(begin_);
  }

 private:
  static microseconds elapsed(steady_clock::time_point since) {
    return duration_cast<microseconds>(steady_clock::now() - since);
  }

  void run_patiently(const MigrationStep& step, bool has_row, bool is_last) {
    for (unsigned attempt = 1;; ++attempt) {
      try {
        run_in_transaction(step, has_row, is_last);
        return;
      } catch (const MigrationError& error) {
        if (!is_worth_another_try(error) || attempt >= options_.attempts) throw;
        Progress progress = at(nullptr);
        progress.event = Progress::Event::tries_again;
        progress.reason = error.what();
        watch_.tell(progress);
      }
      std::this_thread::sleep_for(pause_after(attempt));
      watch_.throw_if_stopped();
    }
  }

  void run_in_transaction(const MigrationStep& step, bool has_row, bool is_last) {
    const auto begin = steady_clock::now();
    StepRun run = run_of(step);
    try {
      const auto transaction = begin_transaction(connection_, transaction_settings(options_));
      run.in_transaction();
      // A row of a migration that ran is only added in its transaction, which needs no question.
      const bool asks = has_row || run_.direction == Direction::down;
      if (asks) run.require_in(transaction);
      if (has_row) {
        record_begin(connection_, run_.migration, run_.direction, step);
        record_end(connection_, run_.migration, run_.direction, step, elapsed(begin));
      }
      if (is_last && !record_migration(transaction)) throw run.ended_transaction();
      connection_.execute("COMMIT");
    } catch (const ConnectionError& cause) {
      throw run.lost(cause);
    } catch (const DatabaseError& cause) {
      roll_back(connection_);
      throw run.error(cause.what(), cause.sqlstate);
    } catch (...) {
      roll_back(connection_);
      throw;
    }
  }

  void run_alone(const MigrationStep& step, bool is_last) {
    const auto begin = steady_clock::now();
    StepRun run = run_of(step);
    try {
      const bool was_begun = before_.recorded(run_.migration.id, run_.direction, step) != nullptr;
      record_begin(connection_, run_.migration, run_.direction, step);
      {
        const SessionSettings settings{connection_, session_settings(options_)};
        run.alone(was_begun);
      }
      in_transaction(connection_, "", [&] {
        record_end(connection_, run_.migration, run_.direction, step, elapsed(begin));
        if (is_last) record_migration(std::nullopt);
      });
    } catch (const ConnectionError& cause) {
      throw run.lost(cause);
    }
  }

  // Whether it is recorded: not when a way up is no longer in its transaction.
  bool record_migration(const std::optional<std::string>& transaction) {
    if (run_.direction == Direction::up)
      return record(connection_, run_.migration, run_.position, elapsed(begin_), transaction);
    forget(connection_, run_.migration);
    return true;
  }

  StepRun run_of(const MigrationStep& step) {
    return {connection_, run_.migration, run_.direction, step, [this](const Statement& statement) {
              Progress progress = at(&statement);
              watch_.tell(progress);
              watch_.execute(statement.text, progress);
            }};
  }

  Progress at(const Statement* statement) const {
    return {.event = Progress::Event::statement_begins,
            .migration = run_.migration,
            .direction = run_.direction,
            .number = run_.number,
            .total = run_.total,
            .elapsed = elapsed(begin_),
            .statement = statement};
  }

  Connection& connection_;
  const MigrationRun& run_;
  const Status& before_;
  const MigrateOptions& options_;
  StatementWatch& watch_;
  steady_clock::time_point begin_ = steady_clock::now();
};

}  // namespace

microseconds run_migration(Connection& connection, const MigrationRun& run, const Status& before,
                           const MigrateOptions& options, StatementWatch& watch) {
  return Runner{connection, run, before, options, watch}.all();
}

void run_step(Connection& connection, const Migration& migration, Direction direction,
              const MigrationStep& step) {
  run_step(connection, migration, direction, step,
           [&connection](const Statement& statement) { connection.execute(statement.text); });
}

void run_step(Connection& connection, const Migration& migration, Direction direction,
              const MigrationStep& step, const StepRun::Execute& execute) {
  StepRun run{connection, migration, direction, step, execute};
  if (!step.in_transaction) {
    const SessionSettings settings{connection, {{"search_path", "public"}}};
    run.alone(false);
    return;
  }
  const auto transaction = begin_transaction(connection, sql::transaction_settings);
  try {
    run.in_transaction();
    run.require_in(transaction);
    connection.execute("COMMIT");
  } catch (const DatabaseError& cause) {
    roll_back(connection);
    throw run.error(cause.what(), cause.sqlstate);
  } catch (const MigrationError&) {
    roll_back(connection);
    throw;
  }
}

}  // namespace tenon
