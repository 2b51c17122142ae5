// A PostgreSQL that goes away and comes back in the middle of a test.
#pragma once

#include <tenon/catalog/connection.hpp>
#include <tenon/testing/data_directory.hpp>
#include <tenon/testing/postgresql_binaries.hpp>
#include <tenon/testing/process.hpp>
#include <tenon/testing/scratch_folder.hpp>

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <thread>

namespace tenon::test {

class StoppableServer {
 public:
  StoppableServer() {
    testing::DataDirectoryCache{binaries_}.make(folder_.path(), account_);
    start();
  }

  void start() {
    const auto folder = folder_.path().string();
    process_ = std::make_unique<testing::Process>(
        testing::Command{.arguments = {binaries_.postgres.string(), "-D", folder + "/data", "-c",
                                       "listen_addresses=", "-c",
                                       "unix_socket_directories=" + folder, "-c", "fsync=off"},
                         .working_directory = folder_.path(),
                         .output = folder_.path() / "postgres.log",
                         .run_as = account_});
    for (int i = 0;; ++i) {
      try {
        const Connection connection{url()};
        return;
      } catch (const ConnectionError&) {
        if (i == 1000) throw;
        std::this_thread::sleep_for(std::chrono::milliseconds{20});
      }
    }
  }
  void stop() { process_.reset(); }

  [[nodiscard]] std::string url() const {
    return "host=" + folder_.path().string() + " user=postgres dbname=postgres password=geheim";
  }

 private:
  testing::PostgresqlBinaries binaries_ = testing::find_postgresql_binaries();
  std::optional<testing::Account> account_ = testing::unprivileged_account();
  testing::ScratchFolder folder_{account_};
  std::unique_ptr<testing::Process> process_;
};

}  // namespace tenon::test
