// Many migrations as one.
#pragma once

#include <tenon/history/migration.hpp>
#include <tenon/history/zones.hpp>

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tenon {

/// The part of a chain that becomes one migration.
struct SquashRange {
  std::size_t first = 0;
  /// Behind the last.
  std::size_t end = 0;
};

/// The migration that does in one what those of `range` do one after the other: not their changes
/// in a row, but what is different in the end. Its backfill zones are empty. Its name has the date
/// and the place of the last that it replaces, so that those behind it stay as they are.
///
/// @param chain a history without findings, oldest first
/// @param slug  the last part of its id
/// @throws ComposedConversionError; std::logic_error when the changes do not lead to the same
///   schema, which is an error of this program
[[nodiscard]] Migration squash(std::span<const Migration> chain, SquashRange range,
                               const std::string& slug);

/// What a person wrote into a migration that is squashed.
struct HandWritten {
  std::string migration;
  /// `up.sql` or `down.sql`.
  std::string_view file;
  WrittenZone zone;
};

/// The zones with statements, in the order in which they run.
/// @throws SqlError
[[nodiscard]] std::vector<HandWritten> hand_written(std::span<const Migration> migrations);

/// Puts a zone into `squash`: where the statements around it are planned again, there; otherwise
/// behind the whole way up, or in front of the way down, in the order of the calls.
/// @throws SqlError
void keep(Migration& squash, const HandWritten& written);

}  // namespace tenon
