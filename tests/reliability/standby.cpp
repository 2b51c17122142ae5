// A streaming replica, made by pg_basebackup, is never written to, and can be asked.
#include "experiment.hpp"
#include "history.hpp"
#include "program.hpp"

#include <fmt/format.h>

#include <tenon/catalog/connection.hpp>

#include <chrono>
#include <filesystem>
#include <iostream>
#include <memory>
#include <thread>

namespace tenon::reliability {
namespace {

using namespace std::chrono_literals;

// A copy of the primary that follows it.
std::unique_ptr<testing::ScratchFolder> base_backup(const Server& primary) {
  auto folder = std::make_unique<testing::ScratchFolder>(primary.account());
  const auto program = primary.binaries().postgres.parent_path() / "pg_basebackup";
  testing::Process backup{
      {.arguments = {program.string(), "--pgdata", (folder->path() / "data").string(),
                     "--write-recovery-conf", "--checkpoint=fast", "--no-sync", "--dbname",
                     primary.url()},
       .working_directory = folder->path(),
       .output = folder->path() / "pg_basebackup.log",
       .run_as = primary.account()}};
  require(backup.wait() == 0, "pg_basebackup makes a replica");
  return folder;
}

void wait_until_followed(const Server& primary, const Server& replica) {
  Connection here{primary.url()};
  const std::string at = not_null(here.query("SELECT pg_current_wal_lsn()")[0][0]);
  Connection there{replica.url()};
  const auto deadline = std::chrono::steady_clock::now() + 30s;
  while (there.query("SELECT pg_last_wal_replay_lsn() >= $1::pg_lsn", {at})[0][0] != "t") {
    require(std::chrono::steady_clock::now() < deadline, "the replica follows its primary");
    std::this_thread::sleep_for(5ms);
  }
}

void require_said(const Setting& setting, const History& history, const Server& server,
                  std::vector<std::string> what, int status, const std::string& said) {
  std::vector<std::string> command{setting.tenon};
  command.insert(command.end(), what.begin(), what.end());
  command.insert(command.end(),
                 {"--migrations", history.folder().string(), "--database", server.url()});
  const std::string output = run(command, status);
  require(output.find(said) != std::string::npos,
          fmt::format("tenon {} says `{}`; it said\n{}", what.front(), said, output));
}

}  // namespace

void standby(const Setting& setting) {
  const EveryKind history;
  const Server primary{{"wal_level=replica", "max_wal_senders=4"}};
  const std::string first = history.first();
  require_said(setting, history, primary, {"up", "--to", first}, 0, "done in");
  const Server replica{base_backup(primary), {"hot_standby=on"}};
  wait_until_followed(primary, replica);
  const std::string refusal = "read-only standby; nothing was run: connect to the primary";
  require_said(setting, history, replica, {"status"}, 1, "current head   " + first);
  require_said(setting, history, replica, {"up"}, 3, refusal);
  require_said(setting, history, replica, {"up", "--dry-run"}, 3, refusal);
  require_said(setting, history, replica, {"down", "--to", "base"}, 3, refusal);
  require_said(setting, history, replica, {"up", "--plan"}, 0, "CREATE TABLE visits");
  require_said(setting, history, primary, {"up"}, 0, "done in");
  wait_until_followed(primary, replica);
  require_said(setting, history, replica, {"status"}, 0, "current head   " + history.head());
  require_said(setting, history, replica, {"up"}, 0, "nothing to do");
  std::cout << "| `tenon up`, `up --dry-run`, `down` | refused, exit 3, \"" << refusal
            << "\" |\n| `tenon up --plan` | prints what would run |\n"
               "| `tenon status` | the head that the replica has, before and after it follows |\n"
               "| `tenon up`, nothing to do | exit 0 |\n";
}

}  // namespace tenon::reliability
