// The parent does nothing but wait, so that it can clean up whatever state the child was in.
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <tenon/catalog/connection.hpp>
#include <tenon/testing/scratch_folder.hpp>
#include <tenon/testing/scratch_names.hpp>
#include <tenon/testing/supervised.hpp>

#ifdef __linux__
#include <sys/prctl.h>
#endif

#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <exception>
#include <system_error>
#include <thread>

namespace tenon::testing {
namespace {

sigset_t awaited_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  for (const int signal : {SIGCHLD, SIGHUP, SIGINT, SIGQUIT, SIGTERM}) sigaddset(&signals, signal);
  return signals;
}

[[noreturn]] void run(const std::function<int()>& work, pid_t parent, const sigset_t& mask) {
#ifdef __linux__
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != parent) _exit(127);
#endif
  sigprocmask(SIG_SETMASK, &mask, nullptr);
  std::exit(work());
}

/// Passes on what is sent to this process alone; Ctrl-C reaches both.
int wait_for(pid_t child, const sigset_t& signals) {
  for (;;) {
    siginfo_t info{};
    const int signal = sigwaitinfo(&signals, &info);
    if (signal < 0 && errno != EINTR) throw std::system_error{errno, std::generic_category()};
    if (signal > 0 && signal != SIGCHLD && info.si_code <= 0) kill(child, signal);
    int status = 0;
    if (waitpid(child, &status, WNOHANG) == child) return status;
  }
}

void clean_up() {
  try {
    remove_abandoned_folders();
    const char* const url = std::getenv("TENON_SCRATCH_URL");
    if (url == nullptr || *url == 0) return;
    Connection open{url};
    // The server needs a moment to see that a session has lost its client.
    for (int i = 0; i < 10; ++i) {
      drop_abandoned_databases(open);
      std::this_thread::sleep_for(std::chrono::milliseconds{50});
    }
  } catch (const std::exception&) {  // NOLINT(bugprone-empty-catch)
    // The next start tries again.
  }
}

}  // namespace

int supervised(const std::function<int()>& work) {
  const sigset_t signals = awaited_signals();
  sigset_t before;
  sigprocmask(SIG_BLOCK, &signals, &before);
  const pid_t self = getpid();
  const pid_t child = fork();
  if (child < 0) throw std::system_error{errno, std::generic_category(), "fork"};
  if (child == 0) run(work, self, before);
  const int status = wait_for(child, signals);
  if (WIFEXITED(status)) {
    sigprocmask(SIG_SETMASK, &before, nullptr);
    return WEXITSTATUS(status);
  }
  clean_up();
  const int reason = WTERMSIG(status);
  signal(reason, SIG_DFL);
  sigprocmask(SIG_SETMASK, &before, nullptr);
  kill(self, reason);
  return 128 + reason;
}

}  // namespace tenon::testing
