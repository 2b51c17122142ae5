#include "program.hpp"

#include "experiment.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <support/content_of.hpp>

#include <csignal>
#include <system_error>
#include <thread>

namespace tenon::reliability {
namespace {

using namespace std::chrono_literals;

constexpr const char* output_name = "output";

}  // namespace

Program::Program(const std::vector<std::string>& arguments) : name_{arguments.at(0)} {
  std::vector<std::string> copies = arguments;
  std::vector<char*> words;
  words.reserve(copies.size() + 1);
  for (std::string& word : copies) words.push_back(word.data());
  words.push_back(nullptr);
  const std::string output = (folder_.path() / output_name).string();
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output.c_str(),
                                   O_WRONLY | O_CREAT | O_APPEND, 0600);
  posix_spawn_file_actions_adddup2(&actions, STDOUT_FILENO, STDERR_FILENO);
  const int failed = posix_spawnp(&pid_, words[0], &actions, nullptr, words.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  if (failed != 0) throw std::system_error{failed, std::generic_category(), name_};
}

Program::~Program() {
  if (status_) return;
  kill();
  waitpid(pid_, nullptr, 0);
}

void Program::kill() noexcept {
  if (!status_) ::kill(pid_, SIGKILL);
}

int Program::wait() {
  const auto status = wait_for(2min);
  if (!status) throw Broken{name_ + " does not end; so far it said:\n" + output()};
  return *status;
}

std::optional<int> Program::wait_for(std::chrono::microseconds time) {
  const auto deadline = std::chrono::steady_clock::now() + time;
  while (!status_) {
    int status = 0;
    if (waitpid(pid_, &status, WNOHANG) == pid_)
      status_ = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    const auto left = deadline - std::chrono::steady_clock::now();
    if (status_ || left <= 0us) break;
    std::this_thread::sleep_for(std::min<std::chrono::nanoseconds>(left, 500us));
  }
  return status_;
}

std::string Program::output() const {
  return test::content_of(folder_.path() / output_name);
}

std::string run(const std::vector<std::string>& arguments, int wanted) {
  Program program{arguments};
  const int status = program.wait();
  if (status == wanted) return program.output();
  std::string command;
  for (const std::string& word : arguments) command += word + " ";
  throw Broken{command + "ended with " + std::to_string(status) + ":\n" + program.output()};
}

}  // namespace tenon::reliability
