// Accepting what a takeover changes, and saying it.
#pragma once

#include "takeover.hpp"

#include <nlohmann/json.hpp>

#include <iosfwd>
#include <string>
#include <vector>

namespace tenon::cli {

/// The differences, and the names of those that a person wants as they are.
struct Takeover {
  std::vector<TakeoverDifference> differences;
  std::vector<std::string> accepted;
};

[[nodiscard]] bool is_accepted(const Takeover& takeover);

/// Each difference with its details, and the options that accept the others.
void print(std::ostream& out, const Takeover& takeover);

/// A list of objects with `name`, `details` (a list) and `accepted`.
[[nodiscard]] nlohmann::ordered_json to_json(const Takeover& takeover);

}  // namespace tenon::cli
