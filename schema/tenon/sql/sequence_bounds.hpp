// Sequences that get other bounds.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tenon::sql {

/// The statements that move a sequence inside of the bounds that `to` sets and `from` did not have:
/// PostgreSQL refuses bounds that leave the sequence outside. None where restart() does it.
/// @param sequence an SQL expression of type regclass
/// @param from, to: options as a Model has them; nothing for the usual ones
[[nodiscard]] std::vector<std::string> move_into_bounds(const std::string& sequence,
                                                        const std::optional<std::string>& from,
                                                        const std::optional<std::string>& to);

/// What ends the statement that sets the options `to`: ` RESTART` where no value is inside of both
/// bounds, so that none could be moved to before.
[[nodiscard]] std::string_view restart(const std::optional<std::string>& from,
                                       const std::optional<std::string>& to);

/// The SQL expression of the value with which a new sequence of `column` begins, behind what the
/// rows hold and not before its own start.
[[nodiscard]] std::string first_value(const std::optional<std::string>& options,
                                      const std::string& column);

}  // namespace tenon::sql
