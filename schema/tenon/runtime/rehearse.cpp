// One transaction around all of it.
#include <tenon/catalog/sqlstates.hpp>
#include <tenon/runtime/concurrent_index.hpp>
#include <tenon/runtime/ledger_revisions.hpp>
#include <tenon/runtime/rehearse.hpp>
#include <tenon/runtime/run_plan.hpp>
#include <tenon/runtime/run_settings.hpp>
#include <tenon/runtime/statement_watch.hpp>
#include <tenon/runtime/step_run.hpp>
#include <tenon/runtime/transaction.hpp>
#include <tenon/runtime/writable.hpp>
#include <tenon/sql/tokens.hpp>

#include <algorithm>
#include <set>
#include <utility>

namespace tenon {
namespace {

class Rehearser {
 public:
  Rehearser(Connection& connection, const RunPlan& plan, Direction direction,
            const MigrateOptions& options)
      : connection_{connection},
        plan_{plan},
        direction_{direction},
        options_{options},
        watch_{connection, options} {}

  Rehearsal all() {
    try {
      transaction_ = begin_transaction(connection_, transaction_settings(options_));
      bring_ledger_up_to_date(connection_);
      for (const Migration* planned : plan_.planned) {
        result_.ran.push_back(planned->id);
        if (needs_commit_)
          leave_out_all(*planned);
        else
          run(*planned);
      }
      connection_.execute("ROLLBACK");
    } catch (const ConnectionError&) {
      throw;
    } catch (...) {
      roll_back(connection_);
      throw;
    }
    return std::move(result_);
  }

 private:
  void run(const Migration& migration) {
    connection_.execute("SAVEPOINT migration");
    try {
      for (const MigrationStep& step : steps_of(migration, direction_))
        if (!plan_.before.has_run(migration.id, direction_, step)) run(migration, step);
      connection_.execute("RELEASE SAVEPOINT migration");
    } catch (const MigrationError& error) {
      if (error.sqlstate != sqlstates::unsafe_new_enum_value_usage) throw;
      connection_.execute("ROLLBACK TO SAVEPOINT migration");
      needs_commit_ = true;
      leave_out_all(migration);
    }
  }

  void run(const Migration& migration, const MigrationStep& step) {
    if (!step.in_transaction) {
      const Statement& statement = step.statements.at(0);
      left_out_.insert(ConcurrentIndex::in(statement.text).name.name);
      leave_out(migration, statement, "it can run in no transaction");
      return;
    }
    MigrationStep rest{step.number, true, {}};
    for (const Statement& statement : step.statements) {
      if (speaks_of_what_is_left_out(statement))
        leave_out(migration, statement, "it speaks of an index that was not rehearsed");
      else
        rest.statements.push_back(statement);
    }
    StepRun run{connection_, migration, direction_, rest, [&](const Statement& statement) {
                  const Progress progress{.event = Progress::Event::statement_begins,
                                          .migration = migration,
                                          .direction = direction_,
                                          .number = result_.ran.size(),
                                          .total = plan_.planned.size(),
                                          .statement = &statement};
                  watch_.tell(progress);
                  watch_.execute(statement.text, progress);
                }};
    run.in_transaction();
    run.require_in(transaction_);
  }

  [[nodiscard]] bool speaks_of_what_is_left_out(const Statement& statement) const {
    if (left_out_.empty()) return false;
    return std::ranges::any_of(sql::tokens(statement.text), [this](const sql::Token& token) {
      return token.kind == sql::TokenKind::name && left_out_.contains(sql::named_by(token.text));
    });
  }

  void leave_out_all(const Migration& migration) {
    for (const MigrationStep& step : steps_of(migration, direction_))
      for (const Statement& statement : step.statements)
        leave_out(migration, statement,
                  "an enum label that is added can be used only after COMMIT");
  }

  void leave_out(const Migration& migration, const Statement& statement, std::string why) {
    result_.not_rehearsed.push_back({migration.id, statement, std::move(why)});
  }

  Connection& connection_;
  const RunPlan& plan_;
  Direction direction_;
  const MigrateOptions& options_;
  StatementWatch watch_;
  std::string transaction_;
  Rehearsal result_;
  std::set<std::string> left_out_;
  bool needs_commit_ = false;
};

Rehearsal rehearse(Connection& connection, const RunPlan& plan, Direction direction,
                   const MigrateOptions& options) {
  Rehearsal rehearsal;
  if (!plan.planned.empty()) {
    require_writable(connection);
    rehearsal = Rehearser{connection, plan, direction, options}.all();
  }
  for (const Migration* squash : plan.recorded) rehearsal.recorded.push_back(squash->id);
  return rehearsal;
}

}  // namespace

Rehearsal rehearse(AnyConnection connection, std::span<const Migration> migrations,
                   const MigrateOptions& options) {
  Connection& open = connection.get();
  const MigratorLock lock{open, options.patience, options.stop};
  return rehearse(open, plan_up(open, migrations, options.to), Direction::up, options);
}

Rehearsal rehearse_down(AnyConnection connection, std::span<const Migration> migrations,
                        const std::optional<std::string>& revision, const MigrateOptions& options) {
  Connection& open = connection.get();
  const MigratorLock lock{open, options.patience, options.stop};
  return rehearse(open, plan_down(open, migrations, revision), Direction::down, options);
}

}  // namespace tenon
