// Where each word of the vocabulary may stand, and what its texts must be.
#pragma once

#include "declared/annotation.hpp"
#include "declared/diagnostics.hpp"
#include "mapping/word_rules.hpp"

#include <string_view>
#include <vector>

namespace tenon::generator {

/// Reports words that cannot stand in this place, words said twice, arguments that a word does not
/// take, and texts that are empty, no UTF-8, too long for a name or have a zero byte.
/// @returns whether all of them are right.
bool check_words(const std::vector<Annotation>& annotations, Place place, Diagnostics& diagnostics);

/// Reports a name that PostgreSQL would not take, or would cut. `what` says of what, as in "the
/// table's name".
/// https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-IDENTIFIERS
bool check_identifier(std::string_view what, std::string_view name, const SourceLocation& location,
                      Diagnostics& diagnostics);

}  // namespace tenon::generator
