// The words by which an expression may speak of a column or a type.
#pragma once

#include <tenon/diff/change.hpp>
#include <tenon/model/declarations.hpp>

#include <string>
#include <vector>

namespace tenon::planning {

/// Expressions are texts: in the Model before, they still say the names that columns and types had
/// before the renames of the plan.
class FormerNames {
 public:
  explicit FormerNames(const Changes& changes);

  /// The column's name and, if it was renamed, the one it had. `table` is the table's new name.
  [[nodiscard]] std::vector<std::string> of_column(const QualifiedName& table,
                                                   const std::string& column) const;
  /// The same for a type, without its schema.
  [[nodiscard]] std::vector<std::string> of_type(const QualifiedName& type) const;

 private:
  std::vector<Rename> renames_;
};

}  // namespace tenon::planning
