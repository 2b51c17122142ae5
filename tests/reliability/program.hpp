// A program that runs beside us and can be killed.
#pragma once

#include <sys/types.h>

#include <support/temporary_folder.hpp>

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace tenon::reliability {

class Program {
 public:
  /// Starts it; the first argument is its path or a name on PATH.
  /// @throws std::system_error
  explicit Program(const std::vector<std::string>& arguments);
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;
  /// Kills it when it still runs.
  ~Program();

  void kill() noexcept;

  /// The exit status, or 128 + the signal that ended it.
  /// @throws Broken when it takes longer than two minutes, which nothing here does.
  int wait();

  /// The exit status when it has ended within `time`.
  std::optional<int> wait_for(std::chrono::microseconds time);

  /// Standard output and standard error so far.
  [[nodiscard]] std::string output() const;

 private:
  test::TemporaryFolder folder_;
  std::string name_;
  pid_t pid_ = -1;
  std::optional<int> status_;
};

/// Runs it to its end. @throws Broken, with what it said, unless it ends with `wanted`.
std::string run(const std::vector<std::string>& arguments, int wanted = 0);

}  // namespace tenon::reliability
