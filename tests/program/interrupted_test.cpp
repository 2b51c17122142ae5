// What is left of a program that is interrupted in the middle of a question to a scratch database.
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <support/catch.hpp>
#include <support/server.hpp>
#include <support/temporary_folder.hpp>
#include <tenon/history/folder.hpp>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>

namespace {

using namespace tenon;
namespace fs = std::filesystem;

// The session of the program that runs the file below.
constexpr const char* sleepers =
    "SELECT datname FROM pg_stat_activity WHERE query LIKE '%tenon_test_naps%' "
    "AND pid <> pg_backend_pid() AND state = 'active'";

enum class Command { show, embed };

class Interrupted {
 public:
  // Starts `tenon show` of a file, or `tenon embed` of a migration, that takes its time.
  // @param scratch_url may be empty for a server of its own.
  Interrupted(Command command, const std::string& scratch_url) {
    const std::string sql = "CREATE TABLE t ();\nSELECT 'tenon_test_naps', pg_sleep(60);\n";
    const auto file = (folder_.path() / "slow.sql").string();
    std::ofstream{file} << sql;
    Migration migration;
    migration.id = "20260101_000001_naps";
    migration.up_sql = sql;
    migration.model_digest = migration.up_digest = migration.down_digest = "any";
    const auto migrations = (folder_.path() / "migrations").string();
    fs::create_directory(migrations);
    write_migration(migrations, migration);
    const auto output = [this](const char* name) { return (folder_.path() / name).string(); };
    const auto header = output("naps.hpp");
    const auto source = output("naps.cpp");
    const auto catalog = output("catalog.cpp");
    fs::create_directory(temporary());
    fs::permissions(folder_.path(), fs::perms::all);
    fs::permissions(temporary(), fs::perms::all);
    process_ = fork();
    REQUIRE(process_ >= 0);
    if (process_ > 0) return;
    setenv("TMPDIR", temporary().c_str(), 1);
    if (scratch_url.empty())
      unsetenv("TENON_SCRATCH_URL");
    else
      setenv("TENON_SCRATCH_URL", scratch_url.c_str(), 1);
    if (command == Command::show)
      execl(TENON_EXECUTABLE, "tenon", "show", "--from", file.c_str(), nullptr);
    else
      execl(TENON_EXECUTABLE, "tenon", "embed", "--migrations", migrations.c_str(), "--name",
            "naps", "--header", header.c_str(), "-o", source.c_str(), "--expected-catalog",
            catalog.c_str(), nullptr);
    _exit(127);
  }

  // @returns the signal that ended the program.
  int end_by(int signal) const {
    kill(process_, signal);
    int status = 0;
    REQUIRE(waitpid(process_, &status, 0) == process_);
    return WIFSIGNALED(status) ? WTERMSIG(status) : 0;
  }

  [[nodiscard]] fs::path temporary() const { return folder_.path() / "tmp"; }

 private:
  test::TemporaryFolder folder_;
  pid_t process_ = -1;
};

template <class Condition>
bool comes_true(const Condition& condition) {
  const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds{60};
  while (!condition()) {
    if (std::chrono::steady_clock::now() > deadline) return false;
    std::this_thread::sleep_for(std::chrono::milliseconds{20});
  }
  return true;
}

}  // namespace

TEST_CASE("an interrupted program leaves no database on a person's server") {
  Connection server{test::server().url()};
  const int signal = GENERATE(SIGINT, SIGTERM);
  const Command command = GENERATE(Command::show, Command::embed);
  const Interrupted program{command, test::server().url()};
  Rows at_work;
  REQUIRE(comes_true([&] {
    at_work = server.query(sleepers);
    return !at_work.empty();
  }));
  const auto databases = [&] {
    return server.query("SELECT FROM pg_database WHERE datname = $1", {at_work[0][0]}).size();
  };
  CHECK(databases() == 1);
  CHECK(program.end_by(signal) == signal);
  CHECK(databases() == 0);
  CHECK(server.query(sleepers).empty());
}

TEST_CASE("an interrupted program leaves no server of its own, and no folder") {
  const int signal = GENERATE(SIGINT, SIGTERM);
  const Command command = GENERATE(Command::show, Command::embed);
  const Interrupted program{command, ""};
  const auto is_running = [&] {
    for (const auto& entry : fs::directory_iterator{program.temporary()})
      if (fs::exists(entry.path() / ".s.PGSQL.5432")) {
        Connection server{"postgresql://postgres@/postgres?host=" + entry.path().string()};
        return !server.query(sleepers).empty();
      }
    return false;
  };
  REQUIRE(comes_true([&] {
    try {
      return is_running();
    } catch (const std::exception&) {  // It is still starting.
      return false;
    }
  }));
  CHECK(program.end_by(signal) == signal);
  CHECK(fs::is_empty(program.temporary()));
}
