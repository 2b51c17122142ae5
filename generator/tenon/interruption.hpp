// Ctrl-C while something runs that is not to be cut off.
#pragma once

#include <atomic>
#include <csignal>
#include <stop_token>
#include <thread>

namespace tenon::cli {

/// While it lives, SIGINT, SIGTERM and SIGHUP ask for a stop instead of ending the program, so that
/// a transaction is rolled back and the database says where it is, or that no files are left in the
/// middle. To be made while there are no other threads.
class Interruption {
 public:
  Interruption();
  Interruption(const Interruption&) = delete;
  Interruption& operator=(const Interruption&) = delete;
  ~Interruption();

  [[nodiscard]] std::stop_token token() const { return stop_.get_token(); }

  /// The exit status that shells give a program that a signal ended; 0 when none came.
  [[nodiscard]] int exit_status() const;

 private:
  sigset_t signals_{};
  sigset_t before_{};
  std::stop_source stop_;
  std::atomic<int> signal_ = 0;
  std::jthread thread_;
};

}  // namespace tenon::cli
