// Starts PostgreSQL, waits for it, makes and drops databases in it.
#include <unistd.h>

#include <tenon/catalog/connection.hpp>
#include <tenon/catalog/connection_string.hpp>
#include <tenon/catalog/redact.hpp>
#include <tenon/runtime/create_all.hpp>
#include <tenon/testing/data_directory.hpp>
#include <tenon/testing/log_tail.hpp>
#include <tenon/testing/process.hpp>
#include <tenon/testing/scratch_folder.hpp>
#include <tenon/testing/scratch_names.hpp>
#include <tenon/testing/scratch_server.hpp>

#include <cctype>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <system_error>
#include <thread>
#include <utility>

namespace tenon::testing {
namespace {

namespace fs = std::filesystem;

/// The longest path of a Unix socket on Linux, without the final zero.
constexpr std::size_t max_socket_path = 107;
constexpr const char* socket_name = ".s.PGSQL.5432";

std::string percent_encoded(const std::string& text) {
  constexpr const char* digits = "0123456789ABCDEF";
  std::string encoded;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (std::isalnum(byte) != 0 || c == '-' || c == '_' || c == '.') {
      encoded += c;
    } else {
      encoded += {'%', digits[byte / 16], digits[byte % 16]};
    }
  }
  return encoded;
}

/// The same server, another database.
std::string with_database(const std::string& conninfo, const std::string& name) {
  if (auto other = with_parameter(conninfo, "dbname=" + name)) return *std::move(other);
  throw ServerError{"TENON_SCRATCH_URL ends in a value that is not there"};
}

/// A server of our own: the folder outlives the process that works in it.
struct OwnServer {
  ScratchFolder folder;
  /// Empty until the data directory is there.
  std::unique_ptr<Process> process;

  explicit OwnServer(const std::optional<Account>& account) : folder{account} {}
  [[nodiscard]] fs::path log() const { return folder.path() / "postgres.log"; }
};

std::unique_ptr<Process> run_postgres(const OwnServer& server, const PostgresqlBinaries& binaries,
                                      const std::optional<Account>& account) {
  const auto& folder = server.folder.path();
  Command command{.arguments = {binaries.postgres.string(), "-D", (folder / "data").string()},
                  .working_directory = folder,
                  .output = server.log(),
                  .run_as = account};
  // Nothing here has to survive a crash. A thousand tables in one transaction need many locks, and
  // the memory for them is touched at the start, for each connection that could come.
  for (const char* setting :
       {"listen_addresses=", "port=5432", "fsync=off", "synchronous_commit=off",
        "full_page_writes=off", "wal_level=minimal", "max_wal_senders=0", "autovacuum=off",
        "timezone=UTC", "log_timezone=UTC", "logging_collector=off", "log_destination=stderr",
        "max_connections=30", "max_locks_per_transaction=2048", "jit=off"}) {
    command.arguments.insert(command.arguments.end(), {"-c", setting});
  }
  command.arguments.insert(command.arguments.end(),
                           {"-c", "unix_socket_directories=" + folder.string()});
  return std::make_unique<Process>(command);
}

Connection connect_when_ready(OwnServer& server, const std::string& url) {
  const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds{60};
  const auto socket = server.folder.path() / socket_name;
  for (;;) {
    if (const auto status = server.process->ended()) {
      throw ServerError{"postgres ended with status " + std::to_string(*status) + ":\n" +
                        log_tail(server.log())};
    }
    std::string why = "there is no socket yet";
    if (access(socket.c_str(), F_OK) == 0) {
      try {
        return Connection{url};
      } catch (const ConnectionError& error) {
        why = error.what();
      }
    }
    if (std::chrono::steady_clock::now() > deadline) {
      throw ServerError{"postgres does not answer after 60 seconds: " + why + "\n" +
                        log_tail(server.log())};
    }
    std::this_thread::sleep_for(std::chrono::milliseconds{2});
  }
}

/// Copying the files needs two checkpoints, which cost nothing without fsync, and is three times as
/// fast then. https://www.postgresql.org/docs/current/sql-createdatabase.html
std::string copying_strategy(Connection& connection) {
  constexpr int first_with_strategies = 150000;
  if (connection.server_version() < first_with_strategies) return {};
  return connection.query("SHOW fsync").front()[0] == "off" ? " STRATEGY file_copy" : "";
}

}  // namespace

struct ScratchDatabase::Server {
  Server(std::unique_ptr<OwnServer> started, std::string address, Connection open)
      : own{std::move(started)},
        url{std::move(address)},
        connection{std::move(open)},
        strategy{copying_strategy(connection)} {}

  /// Empty when TENON_SCRATCH_URL names the server. Destroyed after the connection.
  std::unique_ptr<OwnServer> own;
  std::string url;
  Connection connection;
  ScratchNames names{connection};
  /// Of CREATE DATABASE; empty for the server's own choice.
  std::string strategy;
};

namespace {

std::string url_of(const fs::path& folder) {
  return "postgresql://postgres@/postgres?host=" + percent_encoded(folder.string()) + "&port=5432";
}

/// A full disk is the likely reason, and the error of a failed copy does not say so.
std::string free_space(const fs::path& folder) {
  constexpr std::uintmax_t megabyte = 1'048'576;
  constexpr std::uintmax_t needed = 60;
  std::error_code failed;
  const auto free = fs::space(folder, failed).available / megabyte;
  if (failed || free >= needed) return {};
  return ", where " + std::to_string(free) + " MB are free and about " + std::to_string(needed) +
         " MB are needed";
}

/// DROP DATABASE looks every 100 ms whether the last session is gone; one that was closed a moment
/// ago is gone much sooner.
void wait_until_unused(Connection& connection, const std::string& database) {
  for (int i = 0; i < 20; ++i) {
    if (connection.query("SELECT FROM pg_stat_activity WHERE datname = $1", {database}).empty()) {
      return;
    }
    std::this_thread::sleep_for(std::chrono::milliseconds{1});
  }
}

struct Started {
  std::unique_ptr<OwnServer> server;
  Connection connection;
};

/// One attempt; on a damaged cached copy it may be worth another.
Started start_once(const PostgresqlBinaries& binaries, const std::optional<Account>& account,
                   const DataDirectoryCache& cache, bool& from_cache) {
  auto server = std::make_unique<OwnServer>(account);
  const auto& folder = server->folder.path();
  if ((folder / socket_name).string().size() > max_socket_path) {
    throw ServerError{"the path of the temporary directory is too long for a Unix socket, " +
                      folder.string() + "; set TMPDIR to a shorter one"};
  }
  from_cache = cache.make(folder, account);
  server->process = run_postgres(*server, binaries, account);
  auto connection = connect_when_ready(*server, url_of(folder));
  return {std::move(server), std::move(connection)};
}

Started start_own(const PostgresqlBinaries& binaries, const std::optional<Account>& account) {
  const DataDirectoryCache cache{binaries};
  bool from_cache = false;
  try {
    return start_once(binaries, account, cache, from_cache);
  } catch (const ServerError&) {
    if (!from_cache) throw;
  }
  cache.drop();
  return start_once(binaries, account, cache, from_cache);
}

}  // namespace

ScratchDatabase::ScratchDatabase(std::shared_ptr<Server> server, std::string name, std::string url)
    : server_{std::move(server)}, name_{std::move(name)}, url_{std::move(url)} {}

ScratchDatabase::ScratchDatabase(ScratchDatabase&&) noexcept = default;

ScratchDatabase& ScratchDatabase::operator=(ScratchDatabase&& other) noexcept {
  std::swap(server_, other.server_);
  std::swap(name_, other.name_);
  std::swap(url_, other.url_);
  return *this;
}

ScratchDatabase::~ScratchDatabase() {
  drop();
}

void ScratchDatabase::drop() noexcept {
  if (server_ == nullptr) return;
  try {
    wait_until_unused(server_->connection, name_);
    server_->connection.execute("DROP DATABASE IF EXISTS " + name_ + " WITH (FORCE)");
  } catch (const std::exception&) {  // NOLINT(bugprone-empty-catch)
    // The server is gone, and the database with it.
  }
}

ScratchServer ScratchServer::start(int major) {
  if (const char* const told = std::getenv("TENON_SCRATCH_URL"); told != nullptr && *told != 0) {
    try {
      auto server = std::make_shared<ScratchDatabase::Server>(nullptr, told, Connection{told});
      drop_abandoned_databases(server->connection);
      return ScratchServer{std::move(server)};
    } catch (const ConnectionError& error) {
      throw ServerError{std::string{"TENON_SCRATCH_URL: "} + error.what()};
    }
  }
  const auto binaries = find_postgresql_binaries(major);
  const auto account = unprivileged_account();
  if (geteuid() == 0 && !account) {
    throw ServerError{"PostgreSQL does not run as root, and there is no user postgres or nobody"};
  }
  try {
    auto [own, connection] = start_own(binaries, account);
    auto url = url_of(own->folder.path());
    return ScratchServer{std::make_shared<ScratchDatabase::Server>(std::move(own), std::move(url),
                                                                   std::move(connection))};
  } catch (const std::system_error& error) {
    throw ServerError{"a data directory could not be made in " + temporary_directory().string() +
                      free_space(temporary_directory()) + ": " + error.what() +
                      "; TMPDIR can name another place"};
  }
}

ScratchServer::ScratchServer(std::shared_ptr<ScratchDatabase::Server> server)
    : server_{std::move(server)} {}
ScratchServer::ScratchServer(ScratchServer&&) noexcept = default;
ScratchServer& ScratchServer::operator=(ScratchServer&&) noexcept = default;
ScratchServer::~ScratchServer() = default;

ScratchDatabase ScratchServer::create_database() {
  const auto name = server_->names.next();
  server_->connection.execute("CREATE DATABASE " + name + " TEMPLATE template0 ENCODING 'UTF8'" +
                              server_->strategy);
  server_->connection.execute("COMMENT ON DATABASE " + name + " IS '" + scratch_mark + "'");
  return {server_, name, with_database(server_->url, name)};
}

const std::string& ScratchServer::url() const {
  return server_->url;
}

bool ScratchServer::is_own() const {
  return server_->own != nullptr;
}

int ScratchServer::version() const {
  return server_->connection.server_version();
}

}  // namespace tenon::testing
