// What a check finds, in a form that every output format can print.
#pragma once

#include <tenon/model/declarations.hpp>

#include <string>
#include <vector>

namespace tenon {

/// How grave a finding is: what fails, and what does not.
enum class Level { error, warning, note };

/// `error`, `warning` or `note`.
[[nodiscard]] constexpr const char* name_of(Level level) {
  return level == Level::error ? "error" : level == Level::warning ? "warning" : "note";
}

/// One finding: where, which rule, what was seen, and in the notes how to mend it.
struct Diagnostic {
  SourceLocation location;
  /// The rule's stable name, e.g. `tenon-drift`.
  std::string rule;
  /// One sentence without a full stop.
  std::string message;
  std::vector<std::string> notes;
  Level level = Level::error;
};

}  // namespace tenon
