// Moves the steps by which children leave.
#include <tenon/diff/parents.hpp>
#include <tenon/model/take_if.hpp>
#include <tenon/plan/change_in.hpp>
#include <tenon/plan/leaving_children.hpp>

#include <algorithm>
#include <iterator>
#include <vector>

namespace tenon::planning {
namespace {

// The table that the step takes away from a parent; null for any other step.
const QualifiedName* leaving(const Action& action) {
  const auto* property = change_in<AlterProperty>(action);
  const bool leaves = property && !property->to && names_parent(property->kind);
  return leaves ? &property->object.parent : nullptr;
}

}  // namespace

void leave_before_renames(const Scene& scene, Phases& phases) {
  const auto first = std::ranges::find_if(phases.renames, [](const Action& action) {
    return change_in<RenameColumn>(action) != nullptr;
  });
  if (first == phases.renames.end()) return;
  const auto leaves_one_of_them = [&](const Action& action) {
    const QualifiedName* child = leaving(action);
    if (!child) return false;
    const std::vector<std::string> ancestors = ancestors_of(*child, scene.parents_before);
    return std::any_of(first, phases.renames.end(), [&](const Action& other) {
      const auto* rename = change_in<RenameColumn>(other);
      return rename && is_among(ancestors, rename->table);
    });
  };
  std::vector<Action> moved = take_if(phases.properties_reset, leaves_one_of_them);
  phases.renames.insert(first, std::make_move_iterator(moved.begin()),
                        std::make_move_iterator(moved.end()));
}

}  // namespace tenon::planning
