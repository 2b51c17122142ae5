// The ephemeral PostgreSQL: that it comes, that it goes, and what it says when it cannot come.
#include <signal.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

#include <support/catch.hpp>
#include <support/environment.hpp>
#include <support/server.hpp>
#include <tenon/catalog/connection.hpp>
#include <tenon/testing/process.hpp>
#include <tenon/testing/scratch_folder.hpp>
#include <tenon/testing/scratch_server.hpp>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace tenon::testing {
namespace {

namespace fs = std::filesystem;
using test::EnvironmentVariable;

std::string message_of_starting() {
  const EnvironmentVariable none{"TENON_SCRATCH_URL", std::nullopt};
  try {
    const auto server = ScratchServer::start();
  } catch (const ServerError& error) {
    return error.what();
  }
  return "started";
}

void check_names_both_ways(const std::string& message) {
  CHECK_THAT(message, Catch::Contains("install PostgreSQL"));
  CHECK_THAT(message, Catch::Contains("TENON_SCRATCH_URL"));
}

/// A folder of our own as TMPDIR, where nothing else comes and goes.
struct OwnTemporaryDirectory {
  ScratchFolder folder{std::nullopt};
  fs::path path = folder.path() / "tmp";
  std::optional<EnvironmentVariable> variable;

  OwnTemporaryDirectory() {
    fs::create_directory(path);
    for (const auto& each : {folder.path(), path}) fs::permissions(each, fs::perms::all);
    variable.emplace("TMPDIR", path.string());
  }
  [[nodiscard]] std::size_t entries() const {
    return static_cast<std::size_t>(
        std::distance(fs::directory_iterator{path}, fs::directory_iterator{}));
  }
};

TEST_CASE("a scratch server answers, makes empty databases, and leaves nothing behind") {
  const EnvironmentVariable none{"TENON_SCRATCH_URL", std::nullopt};
  const OwnTemporaryDirectory temporary;
  {
    auto server = ScratchServer::start();
    CHECK(server.version() >= 130000);
    const auto first = server.create_database();
    const auto second = server.create_database();
    CHECK(first.url() != second.url());
    Connection connection{first.url()};
    CHECK(connection.query("SELECT count(*) FROM pg_class WHERE relnamespace = "
                           "'public'::regnamespace")[0][0] == "0");
    CHECK(connection.query("SHOW server_encoding")[0][0] == "UTF8");
    CHECK(connection.query("SHOW timezone")[0][0] == "UTC");
    CHECK(connection.query("SHOW listen_addresses")[0][0] == "");
    CHECK(temporary.entries() == 1);
  }
  CHECK(temporary.entries() == 0);
}

TEST_CASE("an exception stops the server and removes its folder") {
  const EnvironmentVariable none{"TENON_SCRATCH_URL", std::nullopt};
  const OwnTemporaryDirectory temporary;
  std::string pid;
  try {
    auto server = ScratchServer::start();
    const auto database = server.create_database();
    for (const auto& entry : fs::directory_iterator{temporary.path}) {
      std::getline(std::ifstream{entry.path() / "data" / "postmaster.pid"}, pid);
    }
    throw std::runtime_error{"a test failed"};
  } catch (const std::runtime_error&) {
  }
  CHECK(temporary.entries() == 0);
  CHECK(kill(std::stoi(pid), 0) != 0);
}

TEST_CASE("a database is dropped with its object, and the server outlives its handle") {
  std::optional<ScratchDatabase> kept;
  {
    auto server = ScratchServer::start();
    kept = server.create_database();
    Connection connection{kept->url()};
    const std::string count = "SELECT count(*) FROM pg_database WHERE datname ~ $1";
    const auto name = connection.query("SELECT current_database()")[0][0];
    std::optional<ScratchDatabase> dropped{server.create_database()};
    const auto other = Connection{dropped->url()}.query("SELECT current_database()")[0][0];
    CHECK(connection.query(count, {other})[0][0] == "1");
    dropped.reset();
    CHECK(connection.query(count, {other})[0][0] == "0");
    CHECK(connection.query(count, {name})[0][0] == "1");
  }
  CHECK(Connection{kept->url()}.query("SELECT 1")[0][0] == "1");
}

TEST_CASE("a killed process leaves no server, and the next start removes its folder") {
  const EnvironmentVariable none{"TENON_SCRATCH_URL", std::nullopt};
  const OwnTemporaryDirectory temporary;
  const pid_t child = fork();
  if (child == 0) {
    const auto server = ScratchServer::start();
    kill(getpid(), SIGKILL);
  }
  REQUIRE(waitpid(child, nullptr, 0) == child);
  REQUIRE(temporary.entries() == 1);
  const auto socket = fs::directory_iterator {
    temporary.path
  } -> path() / ".s.PGSQL.5432";
  for (int i = 0; i < 500 && fs::exists(socket); ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds{10});
  }
  CHECK_FALSE(fs::exists(socket));
  {
    const auto server = ScratchServer::start();
    CHECK(temporary.entries() == 1);
  }
  CHECK(temporary.entries() == 0);
}

TEST_CASE("TENON_SCRATCH_URL names a server to be used instead") {
  auto server = ScratchServer::start();
  const auto database = server.create_database();
  const EnvironmentVariable url{"TENON_SCRATCH_URL", database.url()};
  const EnvironmentVariable no_binaries{"TENON_POSTGRESQL_BIN", "/nonexistent"};
  auto same = ScratchServer::start();
  const auto another = same.create_database();
  CHECK(Connection{another.url()}.query("SELECT current_database() ~ 'tenon_scratch'")[0][0] ==
        "t");
}

TEST_CASE("on a person's server, databases of a process that is gone are dropped, and no others") {
  const auto has = [](const std::string& name) {
    return !test::server().create_database().url().empty() &&
           !test::Database{}
                .connection.query("SELECT FROM pg_database WHERE datname = $1", {name})
                .empty();
  };
  const EnvironmentVariable told{"TENON_SCRATCH_URL", test::server().url()};
  auto living = ScratchServer::start();
  const auto database = living.create_database();
  const std::string name =
      not_null(Connection{database.url()}.query("SELECT current_database()").at(0).at(0));
  {
    test::Database admin;
    admin.connection.execute("CREATE DATABASE tenon_scratch_7_1");
    admin.connection.execute("CREATE DATABASE tenon_scratch_of_a_person");
  }
  REQUIRE(has("tenon_scratch_7_1"));
  const auto other = ScratchServer::start();
  CHECK_FALSE(has("tenon_scratch_7_1"));
  CHECK(has("tenon_scratch_of_a_person"));
  CHECK(has(name));
  test::Database{}.connection.execute("DROP DATABASE tenon_scratch_of_a_person");
}

TEST_CASE("a server in TENON_SCRATCH_URL that does not answer is an error, with no password") {
  const EnvironmentVariable url{"TENON_SCRATCH_URL", "postgresql://ann:s3cret@127.0.0.1:1/db"};
  try {
    const auto server = ScratchServer::start();
    FAIL("it started");
  } catch (const ServerError& error) {
    CHECK_THAT(error.what(), Catch::Contains("ann:***@127.0.0.1:1/db"));
    CHECK_THAT(error.what(), !Catch::Contains("s3cret"));
  }
}

TEST_CASE("no PostgreSQL where TENON_POSTGRESQL_BIN says is one clear error") {
  const OwnTemporaryDirectory temporary;
  const EnvironmentVariable empty{"TENON_POSTGRESQL_BIN", temporary.path.string()};
  const auto message = message_of_starting();
  CHECK_THAT(message,
             Catch::Contains(temporary.path.string() + ", where there is no initdb and postgres"));
  check_names_both_ways(message);
}

TEST_CASE("an initdb that fails is shown with what it printed") {
  const OwnTemporaryDirectory temporary;
  const auto bin = temporary.folder.path() / "bin";
  fs::create_directory(bin);
  for (const char* name : {"initdb", "postgres"}) {
    std::ofstream{bin / name} << "#!/bin/sh\necho this machine has no luck\nexit 1\n";
    fs::permissions(bin / name,
                    fs::perms::owner_all | fs::perms::others_exec | fs::perms::others_read);
  }
  fs::permissions(bin, fs::perms::all);
  const EnvironmentVariable broken{"TENON_POSTGRESQL_BIN", bin.string()};
  const auto message = message_of_starting();
  CHECK_THAT(message, Catch::Contains("this machine has no luck"));
  check_names_both_ways(message);
  CHECK(temporary.entries() == 0);
}

TEST_CASE("a temporary directory that does not exist is one clear error") {
  const EnvironmentVariable nowhere{"TMPDIR", "/nonexistent/tmp"};
  const auto message = message_of_starting();
  CHECK_THAT(message, Catch::Contains("/nonexistent/tmp"));
  CHECK_THAT(message, Catch::Contains("TMPDIR can name another place"));
  check_names_both_ways(message);
}

TEST_CASE("a temporary directory too deep for a socket is one clear error") {
  const OwnTemporaryDirectory temporary;
  const auto deep = temporary.path / std::string(90, 'd');
  fs::create_directory(deep);
  const EnvironmentVariable variable{"TMPDIR", deep.string()};
  CHECK_THAT(message_of_starting(), Catch::Contains("too long for a Unix socket"));
}

TEST_CASE("without a cache that can be written the server starts all the same") {
  const EnvironmentVariable none{"TENON_SCRATCH_URL", std::nullopt};
  const EnvironmentVariable xdg{"XDG_CACHE_HOME", "/proc/nowhere"};
  const EnvironmentVariable home{"HOME", "/proc/nowhere"};
  const OwnTemporaryDirectory temporary;
  std::ofstream{temporary.path / ("tenon.cache." + std::to_string(geteuid()))} << "in the way";
  CHECK(ScratchServer::start().version() >= 130000);
}

TEST_CASE("a damaged cached copy is made anew") {
  const EnvironmentVariable none{"TENON_SCRATCH_URL", std::nullopt};
  const OwnTemporaryDirectory temporary;
  const EnvironmentVariable xdg{"XDG_CACHE_HOME", temporary.folder.path() / "cache"};
  CHECK(ScratchServer::start().version() >= 130000);
  const auto cached = fs::directory_iterator{temporary.folder.path() / "cache" / "tenon"} -> path();
  fs::remove_all(cached / "global");
  CHECK(ScratchServer::start().version() >= 130000);
  CHECK(fs::exists(cached / "global"));
}

TEST_CASE("processes that fill the cache at once all get a server") {
  const EnvironmentVariable none{"TENON_SCRATCH_URL", std::nullopt};
  const OwnTemporaryDirectory temporary;
  const EnvironmentVariable xdg{"XDG_CACHE_HOME", temporary.folder.path() / "cache"};
  std::vector<pid_t> children;
  for (int i = 0; i < 3; ++i) {
    children.push_back(fork());
    if (children.back() == 0) {
      bool works = false;
      try {
        works = ScratchServer::start().version() >= 130000;
      } catch (const ServerError&) {
      }
      _exit(works ? 0 : 1);
    }
  }
  for (const pid_t child : children) {
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    CHECK(status == 0);
  }
  CHECK(std::distance(fs::directory_iterator{temporary.folder.path() / "cache" / "tenon"},
                      fs::directory_iterator{}) == 1);
}

TEST_CASE("a full disk in the temporary directory is one clear error and leaves nothing") {
  const OwnTemporaryDirectory temporary;
  // A tiny file system stands for the disk; where mounting is not allowed, one without any room.
  if (mount("none", temporary.path.c_str(), "tmpfs", 0, "size=2m,mode=1777") != 0) {
    const EnvironmentVariable full{"TMPDIR", "/proc/self"};
    check_names_both_ways(message_of_starting());
    return;
  }
  const auto message = message_of_starting();
  const auto left = temporary.entries();
  umount(temporary.path.c_str());
  CHECK_THAT(message, Catch::Contains("where 2 MB are free"));
  check_names_both_ways(message);
  CHECK(left == 0);
}

}  // namespace
}  // namespace tenon::testing
