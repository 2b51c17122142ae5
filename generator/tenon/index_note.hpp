// What is said of indexes that block writes while they are built.
#pragma once

#include <tenon/history/migration.hpp>

#include <ostream>
#include <span>

namespace tenon::cli {

/// Names the indexes of `written` that are built in a transaction on a table that was there before,
/// and says how to avoid it where that is possible.
/// @param concurrent the same migrations with indexes made concurrently.
void note_blocking_builds(std::ostream& out, std::span<const Migration> written,
                          std::span<const Migration> concurrent);

}  // namespace tenon::cli
