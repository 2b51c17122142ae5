// The encoding of every text in a database, and of JSON.
#pragma once

#include <string_view>

namespace tenon::sql {

/// Whether PostgreSQL takes `text` in a database whose encoding is UTF8.
/// https://www.postgresql.org/docs/current/multibyte.html
[[nodiscard]] bool is_utf8(std::string_view text);

}  // namespace tenon::sql
