// A thread that waits for signals, which no handler could do safely.
#include "interruption.hpp"

namespace tenon::cli {

Interruption::Interruption() {
  sigemptyset(&signals_);
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) sigaddset(&signals_, signal);
  pthread_sigmask(SIG_BLOCK, &signals_, &before_);
  thread_ = std::jthread{[this](const std::stop_token& ended) {
    while (true) {
      int signal = 0;
      if (sigwait(&signals_, &signal) != 0) continue;
      if (ended.stop_requested()) return;
      signal_ = signal;
      stop_.request_stop();
    }
  }};
}

Interruption::~Interruption() {
  thread_.request_stop();
  // Sent to the thread alone, it only wakes it.
  pthread_kill(thread_.native_handle(), SIGTERM);
  thread_.join();
  pthread_sigmask(SIG_SETMASK, &before_, nullptr);
}

int Interruption::exit_status() const {
  const int signal = signal_;
  return signal == 0 ? 0 : 128 + signal;
}

}  // namespace tenon::cli
