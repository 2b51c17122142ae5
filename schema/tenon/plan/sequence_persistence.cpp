// Looks for sequences of the tables that change.
#include <tenon/diff/property_changes.hpp>
#include <tenon/model/lookup.hpp>
#include <tenon/plan/sequence_persistence.hpp>
#include <tenon/sql/address.hpp>
#include <tenon/sql/quote.hpp>

#include <algorithm>
#include <optional>

namespace tenon::planning {
namespace {

bool is_unlogged(const Definition& sequence) {
  return find(sequence.properties, PropertyKind::unlogged) != nullptr;
}

/// Whether `property` says that a column of the table owns the object.
bool is_owned_by(const Property& property, const QualifiedName& table) {
  return property.kind == PropertyKind::owned_by &&
         sql::is_column_of(property.value, sql::identifier(table));
}

/// The change of a sequence from what its table makes of it.
AlterProperty back_to(const Definition& sequence) {
  const Property unlogged{PropertyKind::unlogged, "", ""};
  return is_unlogged(sequence) ? said(sequence.name, unlogged)
                               : taken_back(sequence.name, unlogged);
}

bool is_planned(const Phases& phases, const ObjectName& sequence) {
  return std::ranges::any_of(phases.sequence_persistence, [&](const Action& action) {
    return std::get<AlterProperty>(std::get<Change>(action)).object == sequence;
  });
}

}  // namespace

void plan_sequence_persistence(const Scene& scene, Phases& phases) {
  for (const Change& change : scene.changes) {
    const auto* altered = std::get_if<AlterProperty>(&change);
    if (altered == nullptr || altered->kind != PropertyKind::unlogged ||
        altered->object.kind != ObjectKind::table)
      continue;
    for (const Definition& sequence : scene.to.definitions)
      if (sequence.name.kind == ObjectKind::sequence &&
          is_unlogged(sequence) != altered->to.has_value() &&
          std::ranges::any_of(sequence.properties,
                              [&](const Property& property) {
                                return is_owned_by(property, altered->object.parent);
                              }) &&
          !is_planned(phases, sequence.name))
        phases.sequence_persistence.emplace_back(Change{back_to(sequence)});
  }
}

}  // namespace tenon::planning
