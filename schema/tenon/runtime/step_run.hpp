// One step of a migration.
#pragma once

#include <tenon/catalog/connection.hpp>
#include <tenon/history/migration.hpp>
#include <tenon/runtime/migration_steps.hpp>
#include <tenon/runtime/migrator_errors.hpp>

#include <cstddef>
#include <functional>
#include <string>

namespace tenon {

/// Begins a transaction, in one round trip.
/// @param settings statements for it
/// @return its id, by which it is known again.
/// @throws DatabaseError, after which there may be a transaction to roll back; ConnectionError.
[[nodiscard]] std::string begin_transaction(Connection& connection, const std::string& settings);

/// The running of one step, which knows at which statement it is.
class StepRun {
 public:
  /// How a statement is run; Connection::execute() or something around it.
  using Execute = std::function<void(const Statement&)>;

  /// All must outlive it.
  StepRun(Connection& connection, const Migration& migration, Direction direction,
          const MigrationStep& step, Execute execute);

  /// Runs the statements of a step in the transaction that the connection is in, which is the
  /// caller's to end. Whether a statement ended it is asked for with what comes next.
  /// @throws MigrationError, after which the transaction can only be rolled back; Cancelled,
  ///   ConnectionError.
  void in_transaction();

  /// @throws MigrationError as ended_transaction(), unless the connection is in `transaction`.
  void require_in(const std::string& transaction);

  /// Runs the one statement of a step that runs in no transaction. What a build left that did not
  /// come to its end is dropped; what came to its end and was not recorded is not done again.
  /// @param was_begun it is recorded that the step began before
  /// @throws MigrationError, Cancelled, ConnectionError
  void alone(bool was_begun);

  /// A statement ended the transaction that it was run in.
  [[nodiscard]] MigrationError ended_transaction() const;

  /// What failed at the statement that the run has reached, or at COMMIT after the last one.
  [[nodiscard]] MigrationError error(const std::string& why, std::string sqlstate) const;

  /// The connection that went away there, which is no failure of the statement.
  [[nodiscard]] ConnectionError lost(const ConnectionError& cause) const;

 private:
  void run_each();
  [[nodiscard]] const Statement* current() const;
  [[nodiscard]] std::string place() const;
  [[nodiscard]] FailedStatement failed(std::string sqlstate) const;

  Connection& connection_;
  const Migration& migration_;
  Direction direction_;
  const MigrationStep& step_;
  Execute execute_;
  std::size_t at_ = 0;
};

}  // namespace tenon
