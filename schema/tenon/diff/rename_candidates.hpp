// What may have been renamed, for people to decide.
#pragma once

#include <tenon/diff/change.hpp>

#include <string>
#include <vector>

namespace tenon {

/// An object that goes and the one that comes with everything but its name.
struct RenameCandidate {
  ObjectName gone;
  ObjectName come;
  /// Labels, when `gone` and `come` are the same enum type.
  std::string gone_label{};
  std::string come_label{};

  friend bool operator==(const RenameCandidate&, const RenameCandidate&) = default;
};

/// The tables, columns, enum types and labels among `changes` that are dropped while exactly one
/// that is alike is created, and are the only ones like it. A diff never takes them for renames:
/// they are something to ask a person.
[[nodiscard]] std::vector<RenameCandidate> rename_candidates(const Changes& changes);

}  // namespace tenon
