// Where a fragment stands in a statement, and where its node stands in the statement's tree.
#pragma once

#include <tenon/sql/sql_fragment.hpp>

#include <string>

namespace tenon::sql {

/// A statement around a fragment. Pointers are JSON pointers into the tree that libpg_query makes.
struct FragmentFrame {
  std::string before;
  std::string after;
  /// A fragment that is right.
  std::string known;
  /// The node around that of the fragment.
  std::string parent;
  std::string node;
  /// What else may belong to the fragment.
  std::string optional_node = {};
};

[[nodiscard]] FragmentFrame frame_of(FragmentKind kind);

}  // namespace tenon::sql
