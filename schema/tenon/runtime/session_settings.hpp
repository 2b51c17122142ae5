// Settings of a session for a while.
#pragma once

#include <tenon/catalog/connection.hpp>

#include <string>
#include <utility>
#include <vector>

namespace tenon {

/// Settings that a statement needs that runs in no transaction, where SET LOCAL does nothing. What
/// they were before comes back at the end: the session may be the application's.
/// https://www.postgresql.org/docs/current/sql-set.html
class SessionSettings {
 public:
  /// @param settings names and values
  /// @throws DatabaseError, ConnectionError
  SessionSettings(Connection& connection,
                  const std::vector<std::pair<std::string, std::string>>& settings);
  SessionSettings(const SessionSettings&) = delete;
  SessionSettings& operator=(const SessionSettings&) = delete;
  ~SessionSettings();

 private:
  Connection& connection_;
  std::vector<std::pair<std::string, std::string>> before_;
};

}  // namespace tenon
