// Objects that a Model has as definitions.
#include <tenon/diff/compare_properties.hpp>

namespace tenon {

void compare_definition(const Definition& from, const Definition& to, ComparedChanges& changes) {
  if (from.statement != to.statement || from.shape != to.shape)
    changes.definitions.emplace_back(ReplaceDefinition{from, to});
  compare_properties(to.name, from, to, changes);
  compare_comments(to.name, from.comment, to.comment, changes);
}

}  // namespace tenon
