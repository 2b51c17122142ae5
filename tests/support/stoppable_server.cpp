#include <sys/types.h>

#include <support/content_of.hpp>
#include <support/stoppable_server.hpp>
#include <tenon/catalog/connection.hpp>
#include <tenon/testing/data_directory.hpp>
#include <tenon/testing/log_tail.hpp>

#include <chrono>
#include <csignal>
#include <fstream>
#include <stdexcept>
#include <thread>
#include <utility>

namespace tenon::test {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

constexpr const char* socket_name = ".s.PGSQL.5432";

/// https://man7.org/linux/man-pages/man5/proc_pid_task.5.html
std::vector<pid_t> children_of(pid_t process) {
  const std::string id = std::to_string(process);
  std::ifstream file{"/proc/" + id + "/task/" + id + "/children"};
  std::vector<pid_t> children;
  for (pid_t child = 0; file >> child;) children.push_back(child);
  return children;
}

// A process that has ended and that nobody waits for is a zombie.
bool is_running(pid_t process) {
  const std::string stat = content_of("/proc/" + std::to_string(process) + "/stat");
  const auto state = stat.rfind(") ");
  return state != std::string::npos && stat.at(state + 2) != 'Z';
}

}  // namespace

StoppableServer::StoppableServer(std::vector<std::string> settings)
    : settings_{std::move(settings)}, folder_{std::make_unique<testing::ScratchFolder>(account_)} {
  testing::DataDirectoryCache{binaries_}.make(folder(), account_);
  start();
}

StoppableServer::StoppableServer(std::unique_ptr<testing::ScratchFolder> folder,
                                 std::vector<std::string> settings)
    : settings_{std::move(settings)}, folder_{std::move(folder)} {
  start();
}

void StoppableServer::crash() {
  const pid_t postmaster = std::stoi(content_of(folder() / "data" / "postmaster.pid"));
  // Without its parent a backend would go on with its statement for a while. Stopped, the parent
  // makes no new ones meanwhile.
  kill(postmaster, SIGSTOP);
  const std::vector<pid_t> children = children_of(postmaster);
  for (const pid_t child : children) kill(child, SIGKILL);
  kill(postmaster, SIGKILL);
  process_->wait();
  for (const pid_t child : children)
    while (is_running(child)) std::this_thread::sleep_for(1ms);
  process_.reset();
}

void StoppableServer::start() {
  testing::Command command{
      .arguments = {binaries_.postgres.string(), "-D", (folder() / "data").string()},
      .working_directory = folder(),
      .output = folder() / "postgres.log",
      .run_as = account_};
  std::vector<std::string> settings = {"listen_addresses=",
                                       "port=5432",
                                       "unix_socket_directories=" + folder().string(),
                                       "fsync=off",
                                       "max_connections=100",
                                       "timezone=UTC",
                                       "log_destination=stderr"};
  settings.insert(settings.end(), settings_.begin(), settings_.end());
  for (const std::string& setting : settings) {
    command.arguments.emplace_back("-c");
    command.arguments.push_back(setting);
  }
  // A socket of before the crash answers nobody.
  fs::remove(socket());
  process_ = std::make_unique<testing::Process>(command);
  const auto deadline = std::chrono::steady_clock::now() + 60s;
  while (true) {
    try {
      const Connection connection{url()};
      return;
    } catch (const ConnectionError& error) {
      const bool is_over =
          process_->ended().has_value() || std::chrono::steady_clock::now() > deadline;
      if (is_over)
        throw std::runtime_error{std::string{"the server does not start: "} + error.what() + "\n" +
                                 testing::log_tail(command.output)};
    }
    std::this_thread::sleep_for(5ms);
  }
}

std::string StoppableServer::url(const std::string& database) const {
  return url_at(folder(), database);
}

std::string StoppableServer::url_at(const fs::path& sockets, const std::string& database) {
  return "host=" + sockets.string() + " port=5432 user=postgres dbname=" + database;
}

fs::path StoppableServer::socket() const {
  return folder() / socket_name;
}

}  // namespace tenon::test
