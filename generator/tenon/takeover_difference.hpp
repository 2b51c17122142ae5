// The names of what a takeover changes.
#pragma once

#include <string>
#include <vector>

namespace tenon::cli {

/// One thing that the scripts make and the migration does not make, or makes otherwise.
struct TakeoverDifference {
  /// The same in every run: `rows of public.roles`, `column order of public.orders`.
  std::string name;
  /// What it is, a line each.
  std::vector<std::string> details;
};

/// Differences by their names, in the order in which they are found.
class TakeoverDifferences {
 public:
  /// Adds a difference, or to one of that name.
  void add(const std::string& name, const std::vector<std::string>& details);
  [[nodiscard]] std::vector<TakeoverDifference> take();

 private:
  std::vector<TakeoverDifference> all_;
};

}  // namespace tenon::cli
