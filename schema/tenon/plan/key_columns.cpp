#include <tenon/plan/key_columns.hpp>

#include <algorithm>

namespace tenon::planning {

std::optional<std::vector<std::string>> key_columns(const Index& index) {
  if (!index.unique) return std::nullopt;
  std::vector<std::string> columns;
  for (const IndexElement& element : index.elements) columns.push_back(element.target);
  return columns;
}

bool are_same_columns(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return std::ranges::is_permutation(a, b);
}

}  // namespace tenon::planning
