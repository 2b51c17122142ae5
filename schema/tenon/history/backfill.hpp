// The hand-written zones of a migration.
//
//   -- tenon:backfill begin
//   UPDATE users SET locale = 'en';
//   -- tenon:backfill end
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tenon {

inline constexpr std::string_view backfill_begin = "-- tenon:backfill begin";
inline constexpr std::string_view backfill_end = "-- tenon:backfill end";

/// One zone, the line, from 1, on which its text begins, and where in the generated part it stands.
struct BackfillZone {
  std::string text;
  unsigned first_line = 0;
  std::size_t offset = 0;
};

/// A migration's text taken apart.
struct ZonedSql {
  /// What is outside of the zones.
  std::string generated;
  std::vector<BackfillZone> zones;
};

/// @throws SqlError for a zone that is not closed, or closed twice, with its line; for a text with
///   zones that cannot be scanned.
[[nodiscard]] ZonedSql take_apart(const std::string& sql);

/// The text that take_apart() makes `sql` of.
/// @param sql with its zones in the order of their offsets
[[nodiscard]] std::string put_together(const ZonedSql& sql);

}  // namespace tenon
