// Beside a statement that may take long: cancels it when it is asked to stop, and tells how far it
// is.
#pragma once

#include <tenon/catalog/connection.hpp>
#include <tenon/runtime/migrate_options.hpp>

#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

namespace tenon {

/// A thread that watches the statements of one connection; there is none when nobody wants to know
/// and nobody can stop it.
class StatementWatch {
 public:
  /// Both must outlive it.
  StatementWatch(Connection& connection, const MigrateOptions& options);
  StatementWatch(const StatementWatch&) = delete;
  StatementWatch& operator=(const StatementWatch&) = delete;
  ~StatementWatch();

  /// Tells the caller's progress function, never while another thread does.
  void tell(const Progress& progress);

  /// Runs a statement under watch.
  /// @param progress what to tell while it goes on
  /// @throws what Connection::execute() does; Cancelled when a stop was asked for before or
  /// meanwhile.
  void execute(const std::string& sql, const Progress& progress);

  /// @throws Cancelled when a stop was asked for.
  void throw_if_stopped() const;

 private:
  struct Running {
    Progress progress;
    std::chrono::steady_clock::time_point since;
    std::chrono::steady_clock::time_point next_telling;
  };

  void run(const std::stop_token& ended);
  void look_after();
  [[nodiscard]] std::optional<IndexBuild> ask_for_index_build();

  Connection& connection_;
  const MigrateOptions& options_;
  /// For questions while `connection_` is busy; there is none for a borrowed connection.
  std::optional<Connection> second_;
  bool may_open_second_ = true;
  std::mutex mutex_;
  std::condition_variable_any changed_;
  std::optional<Running> running_;
  std::jthread thread_;
};

}  // namespace tenon
