// A thread that waits for signals, which no handler could do safely.
#include "interruption.hpp"

#include <ctime>

namespace tenon::cli {

Interruption::Interruption() {
  sigemptyset(&signals_);
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) sigaddset(&signals_, signal);
  pthread_sigmask(SIG_BLOCK, &signals_, &before_);
  thread_ = std::jthread{[this](const std::stop_token& ended) {
    const timespec pause{.tv_sec = 0, .tv_nsec = 100'000'000};
    while (!ended.stop_requested()) {
      const int signal = sigtimedwait(&signals_, nullptr, &pause);
      if (signal <= 0) continue;
      signal_ = signal;
      stop_.request_stop();
    }
  }};
}

Interruption::~Interruption() {
  thread_.request_stop();
  thread_.join();
  pthread_sigmask(SIG_SETMASK, &before_, nullptr);
}

int Interruption::exit_status() const {
  const int signal = signal_;
  return signal == 0 ? 0 : 128 + signal;
}

}  // namespace tenon::cli
