// Text that is made to break out of wherever it stands.
#pragma once

#include "experiment.hpp"

#include <cstddef>
#include <string>

namespace tenon::reliability {

/// Valid UTF-8 without a zero byte: quotes of all kinds, ends of statements and comments, dollar
/// quotes, backslashes, line ends, markers of Tenon's own files, statements that drop the canary.
/// @param most bytes; names have 63
[[nodiscard]] std::string hostile_text(Random& random, std::size_t most);

/// A name that no other has: hostile, with `number` in it.
[[nodiscard]] std::string hostile_name(Random& random, unsigned number);

}  // namespace tenon::reliability
