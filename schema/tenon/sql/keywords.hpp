// The words that PostgreSQL does not read back as a name unless they are quoted.
#pragma once

#include <string_view>

namespace tenon::sql {

/// Whether any supported major version (13 to 18) classes `word`, in small letters, as a keyword
/// that is not "unreserved". Such a word is quoted everywhere, as quote_ident() does.
/// https://www.postgresql.org/docs/current/sql-keywords-appendix.html
[[nodiscard]] bool needs_quotes_as_name(std::string_view word);

}  // namespace tenon::sql
