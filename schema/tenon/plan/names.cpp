// Looks through all Models for names that are taken.
#include <tenon/model/identifier.hpp>
#include <tenon/model/lookup.hpp>
#include <tenon/plan/names.hpp>

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

}  // namespace

QualifiedName FreeNames::free_name(const QualifiedName& name, std::string_view label,
                                   IsTaken is_taken) {
  const auto is_taken_anywhere = [&](std::string_view candidate) {
    const QualifiedName other{name.schema, std::string(candidate)};
    return given_.contains(other) ||
           std::ranges::any_of(models_, [&](const Model& model) { return is_taken(model, other); });
  };
  QualifiedName free{name.schema, choose_object_name(name.name, "", label, is_taken_anywhere)};
  given_.insert(free);
  return free;
}

QualifiedName FreeNames::for_index(const QualifiedName& name, std::string_view label) {
  return free_name(name, label, has_index);
}

QualifiedName FreeNames::for_type(const QualifiedName& name) {
  return free_name(name, "aside", has_type);
}

}  // namespace tenon::planning
