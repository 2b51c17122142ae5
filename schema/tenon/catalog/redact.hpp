// Connection strings without their passwords, for messages.
#pragma once

#include <string>
#include <string_view>

namespace tenon {

/// `conninfo` with every password in it replaced by `***`, to be printed. Handles both forms that
/// libpq reads, `postgresql://user:password@host/db?password=…` and `host=… password='…'`, and is
/// generous with what is malformed: what might be a password is hidden.
/// https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING
[[nodiscard]] std::string redacted(std::string_view conninfo);

/// `message` with `redacted(conninfo)` in place of `conninfo`, and `***` in place of any password
/// in it: what libpq says of a connection string can quote parts of it.
[[nodiscard]] std::string redacted(std::string_view message, std::string_view conninfo);

}  // namespace tenon
