// In which order the structs of a header stand.
#pragma once

#include <cstddef>
#include <set>
#include <vector>

namespace tenon::importing {

/// Which structs one struct refers to, by their numbers.
struct References {
  /// To a member, which is possible only when the struct is complete.
  std::set<std::size_t> to_members;
  /// To the primary key, for which a declaration does.
  std::set<std::size_t> to_keys;
};

/// The numbers of all structs, each after those that it refers to as far as there are no circles.
/// In a circle, references to members go first.
[[nodiscard]] std::vector<std::size_t> struct_order(const std::vector<References>& references);

}  // namespace tenon::importing
