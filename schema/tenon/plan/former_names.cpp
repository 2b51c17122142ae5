// Looks names up among the renames of a plan.
#include <tenon/diff/made_renames.hpp>
#include <tenon/plan/former_names.hpp>

namespace tenon::planning {

FormerNames::FormerNames(const Changes& changes) : renames_(made_renames(changes)) {}

std::vector<std::string> FormerNames::of_column(const QualifiedName& table,
                                                const std::string& column) const {
  const ObjectName object{ObjectKind::column, table, column};
  for (const Rename& rename : renames_) {
    if (rename.object == object) return {column, rename.old_name.name};
  }
  return {column};
}

std::vector<std::string> FormerNames::of_type(const QualifiedName& type) const {
  const ObjectName object{ObjectKind::enum_type, type, ""};
  for (const Rename& rename : renames_) {
    if (rename.object == object && rename.label.empty()) return {type.name, rename.old_name.name};
  }
  return {type.name};
}

}  // namespace tenon::planning
