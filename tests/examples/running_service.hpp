// The household service as a process, asked by curl.
#pragma once

#include <nlohmann/json.hpp>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <support/content_of.hpp>
#include <support/run_program.hpp>
#include <support/temporary_folder.hpp>

#include <chrono>
#include <stdexcept>
#include <string>
#include <thread>

namespace tenon::test {

struct Answer {
  int status = 0;
  nlohmann::json json;
};

class RunningService {
 public:
  /// Starts it on any free port and waits until it says which.
  explicit RunningService(const std::string& database) {
    process_ = fork();
    if (process_ < 0) throw std::runtime_error{"fork failed"};
    if (process_ == 0) {
      if (std::freopen(output().c_str(), "w", stdout) == nullptr) _exit(127);
      execl(TENON_HOUSEHOLD_SERVICE, "household_service", "--database", database.c_str(), "--port",
            "0", nullptr);
      _exit(127);
    }
    const std::string before = "listening on ";
    for (int i = 0; i < 1000; ++i) {
      const std::string said = content_of(output());
      if (said.starts_with(before) && said.ends_with('\n')) {
        url_ = said.substr(before.size(), said.size() - before.size() - 1);
        return;
      }
      std::this_thread::sleep_for(std::chrono::milliseconds{10});
    }
    end();
    throw std::runtime_error{"the service does not say that it listens"};
  }
  RunningService(const RunningService&) = delete;
  RunningService& operator=(const RunningService&) = delete;
  ~RunningService() { end(); }

  [[nodiscard]] Answer get(const std::string& path) const {
    const Outcome outcome =
        run_program("curl -s -m 30 -w '\\n%{http_code}' " + quoted(url_ + path));
    const auto line = outcome.output.rfind('\n');
    if (outcome.status != 0 || line == std::string::npos)
      throw std::runtime_error{"curl failed: " + outcome.output};
    return {std::stoi(outcome.output.substr(line + 1)),
            nlohmann::json::parse(outcome.output.substr(0, line))};
  }

  /// Ends it by SIGTERM, or by SIGKILL when it does not end.
  /// @return its exit status, or 128 and the signal that ended it.
  int end() {
    if (process_ <= 0) return -1;
    kill(process_, SIGTERM);
    int status = 0;
    for (int i = 0; waitpid(process_, &status, WNOHANG) == 0; ++i) {
      if (i == 1000) kill(process_, SIGKILL);
      std::this_thread::sleep_for(std::chrono::milliseconds{10});
    }
    process_ = -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  }

 private:
  [[nodiscard]] std::string output() const { return (folder_.path() / "output").string(); }

  TemporaryFolder folder_;
  std::string url_;
  pid_t process_ = -1;
};

}  // namespace tenon::test
