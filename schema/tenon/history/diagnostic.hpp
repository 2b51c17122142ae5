// What a check finds, in a form that every output format can print.
#pragma once

#include <tenon/model/declarations.hpp>

#include <string>
#include <vector>

namespace tenon {

/// One finding: where, which rule, what was seen, and in the notes how to mend it.
struct Diagnostic {
  SourceLocation location;
  /// The rule's stable name, e.g. `tenon-drift`.
  std::string rule;
  /// One sentence without a full stop.
  std::string message;
  std::vector<std::string> notes;
};

}  // namespace tenon
