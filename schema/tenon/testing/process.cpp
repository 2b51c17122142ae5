// fork() and exec(): posix_spawn() cannot change the user.
#include <fcntl.h>
#include <grp.h>
#include <pwd.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <tenon/testing/process.hpp>

#ifdef __linux__
#include <sys/prctl.h>
#endif

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <cstring>
#include <string_view>
#include <system_error>
#include <thread>

namespace tenon::testing {
namespace {

/// What the child needs, made before fork(): after it only async-signal-safe calls are allowed.
struct Prepared {
  std::vector<char*> arguments;
  std::vector<char*> environment;
  const char* working_directory;
  const char* output;
  const Account* account;
  pid_t parent;
};

[[noreturn]] void fail(const char* what) {
  const char* const why = std::strerror(errno);
  for (const char* part : {what, ": ", why, "\n"}) {
    [[maybe_unused]] const auto written = write(STDERR_FILENO, part, std::strlen(part));
  }
  _exit(127);
}

[[noreturn]] void run(const Prepared& child) {
  const int in = open("/dev/null", O_RDONLY);
  const int out = open(child.output, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (in >= 0) dup2(in, STDIN_FILENO);
  if (out >= 0) {
    dup2(out, STDOUT_FILENO);
    dup2(out, STDERR_FILENO);
  }
  if (child.account != nullptr) {
    if (setgroups(1, &child.account->gid) != 0 || setgid(child.account->gid) != 0 ||
        setuid(child.account->uid) != 0) {
      fail("cannot change the user");
    }
  }
#ifdef __linux__
  // After setuid(), which clears it.
  prctl(PR_SET_PDEATHSIG, SIGQUIT);
  if (getppid() != child.parent) _exit(127);
#endif
  if (chdir(child.working_directory) != 0) fail(child.working_directory);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, nullptr);
  execve(child.arguments.front(), child.arguments.data(), child.environment.data());
  fail(child.arguments.front());
}

/// `variables` and those of this process that they do not replace.
std::vector<std::string> with_own_variables(std::vector<std::string> variables) {
  const auto given = variables.size();
  for (char** own = environ; *own != nullptr; ++own) {
    const std::string_view variable{*own};
    const auto name = variable.substr(0, variable.find('=') + 1);
    if (std::none_of(variables.begin(), variables.begin() + static_cast<std::ptrdiff_t>(given),
                     [name](const std::string& other) { return other.starts_with(name); }))
      variables.emplace_back(variable);
  }
  return variables;
}

int exit_status(int status) {
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

}  // namespace

std::optional<Account> unprivileged_account() {
  if (geteuid() != 0) return std::nullopt;
  for (const char* name : {"postgres", "nobody"}) {
    if (const passwd* entry = getpwnam(name); entry != nullptr && entry->pw_uid != 0) {
      return Account{name, entry->pw_uid, entry->pw_gid};
    }
  }
  return std::nullopt;
}

Process::Process(const Command& command) {
  auto arguments = command.arguments;
  auto variables = with_own_variables(command.environment);
  Prepared child{.arguments = {},
                 .environment = {},
                 .working_directory = command.working_directory.c_str(),
                 .output = command.output.c_str(),
                 .account = command.run_as ? &*command.run_as : nullptr,
                 .parent = getpid()};
  for (auto& argument : arguments) child.arguments.push_back(argument.data());
  child.arguments.push_back(nullptr);
  for (auto& variable : variables) child.environment.push_back(variable.data());
  child.environment.push_back(nullptr);
  pid_ = fork();
  if (pid_ < 0) throw std::system_error{errno, std::generic_category(), "fork"};
  if (pid_ == 0) run(child);
}

Process::~Process() {
  stop();
}

int Process::wait() {
  int status = 0;
  while (!status_) {
    if (waitpid(pid_, &status, 0) == pid_) {
      status_ = exit_status(status);
    } else if (errno != EINTR) {
      throw std::system_error{errno, std::generic_category(), "waitpid"};
    }
  }
  return *status_;
}

std::optional<int> Process::ended() {
  int status = 0;
  if (!status_ && waitpid(pid_, &status, WNOHANG) == pid_) status_ = exit_status(status);
  return status_;
}

bool Process::wait_for(std::chrono::milliseconds time) noexcept {
  const auto deadline = std::chrono::steady_clock::now() + time;
  while (!ended()) {
    if (std::chrono::steady_clock::now() > deadline) return false;
    std::this_thread::sleep_for(std::chrono::milliseconds{1});
  }
  return true;
}

void Process::stop() noexcept {
  if (ended()) return;
  // PostgreSQL's immediate shutdown, which also ends its own children.
  // https://www.postgresql.org/docs/current/server-shutdown.html
  kill(pid_, SIGQUIT);
  if (wait_for(std::chrono::seconds{10})) return;
  kill(pid_, SIGKILL);
  wait_for(std::chrono::seconds{10});
}

}  // namespace tenon::testing
