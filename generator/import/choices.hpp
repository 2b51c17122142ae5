// What becomes of each object on its way into the headers, and how the mapping names it again.
#pragma once

#include <tenon/model/model.hpp>

#include <set>
#include <vector>

namespace tenon::importing {

/// Decisions about the objects of a Model. An object is a table, a column (ObjectKind::column), the
/// default of one (ObjectKind::default_value), a constraint, an index or an enum type.
struct Choices {
  /// It is left to SQL. With a table all that is in it is.
  std::set<ObjectName> left;
  /// The name of a constraint or an index is said.
  std::set<ObjectName> named;
  /// The SQL type of a column is said although its C++ type has one.
  std::set<ObjectName> typed;
};

/// The numbers that stand for objects in the places of declarations, so that what the mapping says
/// of a place is said of an object.
class Places {
 public:
  [[nodiscard]] unsigned add(const ObjectName& object) {
    objects_.push_back(object);
    return static_cast<unsigned>(objects_.size());
  }
  /// @param line what add() gave.
  [[nodiscard]] const ObjectName& at(unsigned line) const { return objects_.at(line - 1); }

 private:
  std::vector<ObjectName> objects_;
};

}  // namespace tenon::importing
