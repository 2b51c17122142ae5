// Fixtures in the words of a newer PostgreSQL.
#pragma once

#include <support/catch.hpp>
#include <support/server.hpp>

#include <string>
#include <string_view>

namespace tenon::test {

/// Whether the server can read `sql`, which may say on its first line `-- needs PostgreSQL 15`.
/// What it cannot is said, and not passed over in silence.
inline bool can_read(const std::string& sql, const std::string& name) {
  constexpr std::string_view begin = "-- needs PostgreSQL ";
  if (!sql.starts_with(begin)) return true;
  const int needed = std::stoi(sql.substr(begin.size()));
  if (server().version() / 10'000 >= needed) return true;
  WARN(name << " is not tried: it needs PostgreSQL " << needed);
  return false;
}

}  // namespace tenon::test
