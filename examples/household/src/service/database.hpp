// The service's database, as far as its health is concerned.
#pragma once

#include <tenon/runtime.hpp>

#include <mutex>
#include <optional>
#include <string>

namespace household {

/// Keeps one connection for questions about health. They may come from several threads.
class Database {
 public:
  explicit Database(std::string url);

  /// Asks the ledger, and the schema as well `with_drift`. A connection that was lost is opened
  /// anew.
  [[nodiscard]] tenon::Health health(bool with_drift);

 private:
  [[nodiscard]] tenon::Health ask(bool with_drift);

  const std::string url_;
  const tenon::ExpectedHistory expected_;
  const tenon::ExpectedCatalog catalog_;
  std::mutex mutex_;
  std::optional<tenon::Connection> connection_;
};

}  // namespace household
