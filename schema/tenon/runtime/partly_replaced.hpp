// A squash in a database that is in the middle of it.
#pragma once

#include <string>
#include <vector>

namespace tenon {

/// A squash of whose migrations a database has run some: it can neither run it nor count it as run.
struct PartlyReplaced {
  std::string squash;
  /// Those that have run and those that have not, each oldest first.
  std::vector<std::string> ran;
  std::vector<std::string> missing;
};

/// In a sentence, with what to do.
[[nodiscard]] std::string describe(const PartlyReplaced& partly);

}  // namespace tenon
