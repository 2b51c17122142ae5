// What PostgreSQL prints of an expression, so that it reads the same expression back.
#pragma once

#include <string>

namespace tenon::catalog {

/// PostgreSQL prints an array that was cast as a whole as `(ARRAY['a'::character
/// varying])::text[]`, and reads this back as an array of elements that are cast one by one, which
/// it prints otherwise. With the type of the array written inside, it stays what it was; so a check
/// such as `status IN ('a', 'b')` on a varchar is the same after it was created from its printed
/// text. Lists of conditions are as with_comparisons_in_front() has them.
/// https://www.postgresql.org/docs/current/sql-expressions.html#SQL-SYNTAX-ARRAY-CONSTRUCTORS
///
/// @param text as pg_get_expr() and its kind print it; no function body.
[[nodiscard]] std::string readable_text(std::string text);

}  // namespace tenon::catalog
