// Hand-written zones that outlive the text that they were written in.
#pragma once

#include <tenon/history/backfill.hpp>

#include <optional>
#include <string>
#include <vector>

namespace tenon {

/// A zone and the generated statements that it stands between.
struct WrittenZone {
  std::string text;
  /// The statement in front of it and the one behind it; nothing at either end of the file.
  std::optional<std::string> after;
  std::optional<std::string> before;

  /// A person has written a statement into it.
  [[nodiscard]] bool has_statements() const;
};

/// The zones of `sql`, in order; what stands in one place is one zone.
/// @throws SqlError when the text cannot be scanned or taken apart.
[[nodiscard]] std::vector<WrittenZone> written_zones(const std::string& sql);

/// What becomes of a zone that has no statement in front of it, or none behind it.
enum class AtEnd {
  /// It stays at that end of the file: the text is that of the same migration.
  stays_there,
  /// It stays beside the statement that it has: in front of the text and behind it is what other
  /// migrations do.
  stays_by_its_statement
};

/// Puts `zone` where the statements around it are, into the empty zone that is there if there is
/// one.
/// @returns false, and nothing is changed, when they are not there any more, or in another order.
/// @throws SqlError as written_zones().
[[nodiscard]] bool put_zone(std::string& sql, const WrittenZone& zone, AtEnd at_end);

/// Puts a zone behind all statements, or in front of them, behind those that are there already.
void append_zone(std::string& sql, const WrittenZone& zone);
void prepend_zone(std::string& sql, const WrittenZone& zone);

}  // namespace tenon
