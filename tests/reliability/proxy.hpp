// A proxy between libpq and PostgreSQL that counts round trips and cuts connections.
#pragma once

#include <support/temporary_folder.hpp>

#include <array>
#include <cstddef>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace tenon::reliability {

/// What of the message at which a connection is cut still arrives.
enum class CutAt {
  /// The message is lost.
  question,
  /// The message arrives, its answer is lost.
  answer
};

/// Listens on a Unix socket of its own and passes on what it gets.
class Proxy {
 public:
  /// @param server the socket of the server
  /// @throws std::system_error
  explicit Proxy(std::filesystem::path server);
  Proxy(const Proxy&) = delete;
  Proxy& operator=(const Proxy&) = delete;
  ~Proxy();

  /// The folder of its socket, which libpq takes as the host.
  [[nodiscard]] const std::filesystem::path& folder() const { return folder_.path(); }

  /// Closes all connections, on both sides.
  void cut();
  /// Will close a connection at its n-th question, from 1.
  void cut_at(std::size_t question, CutAt what);
  /// Counts from zero, cuts no more.
  void begin_anew();

  /// How many messages came that the server answers, each the end of a round trip: Query and Sync.
  /// Opening a connection has none.
  /// https://www.postgresql.org/docs/current/protocol-message-formats.html
  [[nodiscard]] std::size_t questions() const;

 private:
  class Pair;
  void run(const std::stop_token& ended);
  void accept_one();

  test::TemporaryFolder folder_;
  std::filesystem::path server_;
  int listener_ = -1;
  mutable std::mutex mutex_;
  std::vector<std::unique_ptr<Pair>> pairs_;
  std::size_t questions_ = 0;
  std::size_t cut_at_ = 0;
  CutAt cut_what_ = CutAt::question;
  std::jthread thread_;
};

}  // namespace tenon::reliability
