// Child processes: a program that runs to its end, or beside us for as long as we want it.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace tenon::testing {

/// A user of the operating system.
struct Account {
  std::string name;
  uid_t uid;
  gid_t gid;
};

/// The account under which PostgreSQL, which refuses to run as root, can be run: `postgres` or
/// `nobody` when this process is root's, none otherwise.
[[nodiscard]] std::optional<Account> unprivileged_account();

struct Command {
  /// The program's path and its arguments.
  std::vector<std::string> arguments;
  std::filesystem::path working_directory;
  /// Takes standard output and standard error.
  std::filesystem::path output;
  std::optional<Account> run_as;
  /// `NAME=value`, besides the variables of this process, which they replace.
  std::vector<std::string> environment{};
};

/// A child process. It is stopped when this object goes; on Linux also when the thread that started
/// it ends, however it ends, so that a killed test leaves no server behind.
class Process {
 public:
  /// @throws std::system_error when no process can be made. A program that cannot be run ends with
  ///   status 127 and says so in its output.
  explicit Process(const Command& command);
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;
  ~Process();

  /// Waits for the end. @return the exit status, or 128 + the signal.
  int wait();
  /// The exit status if the process has ended.
  [[nodiscard]] std::optional<int> ended();

 private:
  void stop() noexcept;
  bool wait_for(std::chrono::milliseconds time) noexcept;

  pid_t pid_ = -1;
  std::optional<int> status_;
};

}  // namespace tenon::testing
