// A PostgreSQL with the settings of production that goes away and comes back.
#pragma once

#include <tenon/testing/postgresql_binaries.hpp>
#include <tenon/testing/process.hpp>
#include <tenon/testing/scratch_folder.hpp>

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace tenon::test {

/// As testing::ScratchServer, but nothing that a crash could lose is switched off, except that the
/// operating system, which does not crash here, is not asked to write to the disk.
class StoppableServer {
 public:
  /// Makes a data directory and starts.
  /// @param settings more `name=value`
  explicit StoppableServer(std::vector<std::string> settings = {});

  /// Starts on a data directory that is there: `folder`/data.
  StoppableServer(std::unique_ptr<testing::ScratchFolder> folder,
                  std::vector<std::string> settings);

  /// SIGKILL to the server and to all its processes at once.
  void crash();
  /// Ends it as an operator does.
  void stop() { process_.reset(); }
  /// Starts it and waits until it accepts connections, after a crash recovery if it needs one.
  void start();

  /// The URL of a database.
  [[nodiscard]] std::string url(const std::string& database = "postgres") const;
  /// The same server behind another socket.
  [[nodiscard]] static std::string url_at(const std::filesystem::path& sockets,
                                          const std::string& database);

  [[nodiscard]] const std::filesystem::path& folder() const { return folder_->path(); }
  [[nodiscard]] std::filesystem::path socket() const;
  [[nodiscard]] const testing::PostgresqlBinaries& binaries() const { return binaries_; }
  /// The account that it runs under when that is not our own.
  [[nodiscard]] const std::optional<testing::Account>& account() const { return account_; }

 private:
  testing::PostgresqlBinaries binaries_ = testing::find_postgresql_binaries();
  std::optional<testing::Account> account_ = testing::unprivileged_account();
  std::vector<std::string> settings_;
  /// Outlives the process that works in it.
  std::unique_ptr<testing::ScratchFolder> folder_;
  std::unique_ptr<testing::Process> process_;
};

}  // namespace tenon::test
