// Looks through both Models for names that are taken.
#include <tenon/model/identifier.hpp>
#include <tenon/model/lookup.hpp>
#include <tenon/plan/names.hpp>
#include <tenon/plan/parts.hpp>

#include <algorithm>

namespace tenon::planning {
namespace {

bool has_index(const Model& model, const QualifiedName& name) {
  return std::ranges::any_of(model.tables, [&](const Table& table) {
    return table.name.schema == name.schema &&
           (table.name.name == name.name || find(table.constraints, name.name) ||
            find(table.indexes, name.name));
  });
}

bool has_type(const Model& model, const QualifiedName& name) {
  return find(model.enums, name) || find(model.tables, name);
}

template <class IsTaken>
QualifiedName free_name(const Scene& scene, const QualifiedName& name, const IsTaken& is_taken) {
  const auto is_taken_anywhere = [&](std::string_view candidate) {
    const QualifiedName other{name.schema, std::string(candidate)};
    return is_taken(scene.from, other) || is_taken(scene.before, other) ||
           is_taken(scene.to, other);
  };
  return {name.schema, choose_object_name(name.name, "", "aside", is_taken_anywhere)};
}

}  // namespace

QualifiedName free_index_name(const Scene& scene, const QualifiedName& name) {
  return free_name(scene, name, has_index);
}

QualifiedName free_type_name(const Scene& scene, const QualifiedName& name) {
  return free_name(scene, name, has_type);
}

}  // namespace tenon::planning
