// Lists of conditions, so that PostgreSQL reads them back as they were.
#pragma once

#include <string>

namespace tenon::catalog {

/// PostgreSQL prints `a BETWEEN 1 AND 5 AND b > 0` as `(((a >= 1) AND (a <= 5)) AND (b > 0))`, and
/// reads this back as one list of three, which it prints otherwise: its grammar joins a list with
/// the one that it begins. Only BETWEEN, IN and comparisons of rows make such a list; where the
/// text can only come of one, that is what is written, `((a BETWEEN 1 AND 5) AND (b > 0))`.
///
/// @param text as pg_get_expr() and its kind print it; no function body.
[[nodiscard]] std::string with_comparisons_in_front(std::string text);

}  // namespace tenon::catalog
