// An ephemeral PostgreSQL for tests and for questions that only a server can answer.
#pragma once

#include <tenon/testing/server_error.hpp>

#include <memory>
#include <string>

namespace tenon::testing {

/// An empty database that is dropped when the object goes. It keeps its server alive.
class ScratchDatabase {
 public:
  ScratchDatabase(ScratchDatabase&&) noexcept;
  ScratchDatabase& operator=(ScratchDatabase&&) noexcept;
  ~ScratchDatabase();

  /// For Connection, psql and any other client. It may hold a password: do not print it.
  [[nodiscard]] const std::string& url() const { return url_; }

 private:
  friend class ScratchServer;
  struct Server;
  ScratchDatabase(std::shared_ptr<Server> server, std::string name, std::string url);
  void drop() noexcept;

  std::shared_ptr<Server> server_;
  std::string name_;
  std::string url_;
};

/// A PostgreSQL server of our own, started from the installed binaries: a data directory and a Unix
/// socket in the temporary directory, nothing on the network, nothing kept. Everything is gone when
/// the object and all databases made with it are gone, also after an exception. As root, the server
/// runs as `postgres` or `nobody`.
///
/// Start it from a thread that lives as long as the server is wanted: on Linux the server ends with
/// its thread, so that a killed test leaves nothing running.
class ScratchServer {
 public:
  /// Starts a server; or, when TENON_SCRATCH_URL is set, uses the one it names and starts none.
  /// @param major the version that is preferred where it is installed; 0 for any
  /// @throws ServerError that says what was tried and what to do.
  [[nodiscard]] static ScratchServer start(int major = 0);

  ScratchServer(ScratchServer&&) noexcept;
  ScratchServer& operator=(ScratchServer&&) noexcept;
  ~ScratchServer();

  /// A new database with nothing in it, in UTF-8, under a name of its own, and marked as scratch
  /// for create_all().
  /// @throws DatabaseError, ConnectionError
  [[nodiscard]] ScratchDatabase create_database();

  /// As ScratchDatabase::url(), of the database that every server has.
  [[nodiscard]] const std::string& url() const;

  /// Whether Tenon started it, so that nobody else's roles and databases are in it.
  [[nodiscard]] bool is_own() const;

  /// As Connection::server_version().
  [[nodiscard]] int version() const;

 private:
  explicit ScratchServer(std::shared_ptr<ScratchDatabase::Server> server);

  std::shared_ptr<ScratchDatabase::Server> server_;
};

}  // namespace tenon::testing
