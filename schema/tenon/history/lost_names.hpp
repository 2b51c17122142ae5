// Names that no longer mean what they meant where a zone was written.
#pragma once

#include <tenon/history/squash.hpp>

#include <optional>
#include <span>
#include <string>

namespace tenon {

/// A rename that a squash makes on the other side of a zone than the migrations did.
struct LostName {
  /// The migration that renames.
  std::string migration;
  std::string from;
  std::string to;
};

/// The first rename because of which a name in `written` means something else in the squash of
/// `squashed`: that makes its renames first, those of all migrations, on both ways.
/// @throws SqlError
[[nodiscard]] std::optional<LostName> lost_name(const HandWritten& written,
                                                std::span<const Migration> squashed);

}  // namespace tenon
