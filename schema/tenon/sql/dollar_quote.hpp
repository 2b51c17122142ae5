// Texts in dollar quotes, which have their own quotes as they are.
#pragma once

#include <string>

namespace tenon::sql {

/// `text` between two `$name$`, or longer ones where it has those in it.
/// https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-DOLLAR-QUOTING
[[nodiscard]] std::string dollar_quoted(const std::string& name, const std::string& text);

}  // namespace tenon::sql
