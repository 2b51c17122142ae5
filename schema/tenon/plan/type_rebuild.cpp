#include <tenon/model/lookup.hpp>
#include <tenon/model/type_text.hpp>
#include <tenon/plan/casts.hpp>
#include <tenon/plan/inherited_changes.hpp>
#include <tenon/plan/type_rebuild.hpp>
#include <tenon/sql/quote.hpp>

#include <algorithm>
#include <optional>
#include <utility>

namespace tenon::planning {
namespace {

const Column& column_before(const Scene& scene, const MemberName& name) {
  return *find(find(scene.before.tables, name.first)->columns, name.second);
}

bool uses(const Scene& scene, const MemberName& column, const ObjectName& type) {
  const std::vector<ObjectName>& used = column_before(scene, column).uses.objects;
  return std::ranges::find(used, type) != used.end();
}

// What has stepped `aside` is the type or the collation of the column.
std::optional<AlterColumnType> change_over(const Scene& scene, const MemberName& column,
                                           ObjectKind kind, const QualifiedName& aside) {
  const Column& old = column_before(scene, column);
  const Table* table = find(scene.to.tables, column.first);
  const Column* now = table ? find(table->columns, column.second) : nullptr;
  if (!now) return std::nullopt;
  AlterColumnType change{column.first,  now->name,      old.type,    now->type,
                         old.collation, now->collation, std::nullopt};
  if (kind == ObjectKind::collation) {
    change.from_collation = sql::identifier(aside);
    return change;
  }
  const std::optional<TypeText> type = parse_type(old.type);
  if (!type) return std::nullopt;
  change.from_type = sql::identifier(aside) + type->rest;
  change.conversion = by_text(now->name, old.type, now->type);
  return change;
}

}  // namespace

bool has_columns(const Scene& scene, const Rebuilds& rebuilds, const ObjectName& object) {
  if (!is_type(object.kind) && object.kind != ObjectKind::collation) return false;
  const auto has_it = [&](const MemberName& column) { return uses(scene, column, object); };
  const auto is_part_of_one_with_columns = [&](const ObjectName& other) {
    const Definition& user = *find(scene.before.definitions, other);
    return std::ranges::find(user.uses.objects, object) != user.uses.objects.end() &&
           has_columns(scene, rebuilds, other);
  };
  return std::ranges::any_of(rebuilds.columns, has_it) ||
         std::ranges::any_of(rebuilds.definitions, is_part_of_one_with_columns) ||
         std::ranges::any_of(scene.changes, [&](const Change& change) {
           // It may be of the old one, and will be of the new one.
           const auto* altered = std::get_if<AlterColumnType>(&change);
           return altered && has_it({altered->table, altered->column});
         });
}

void plan_type_rebuild(const Scene& scene, const Rebuilds& rebuilds, const Definition& before,
                       Phases& phases) {
  const QualifiedName aside = scene.free_names.for_type(before.name.parent);
  phases.definitions_before_tables.emplace_back(RenameAside{before.name, aside});
  for (const MemberName& column : rebuilds.columns) {
    if (!uses(scene, column, before.name) || takes_type_from_parent(scene, column)) continue;
    if (auto change = change_over(scene, column, before.name.kind, aside))
      phases.column_types.emplace_back(Change{*std::move(change)});
  }
  Definition old = before;
  old.name.parent = aside;
  phases.type_drops.emplace_back(Change{DropDefinition{std::move(old)}});
}

}  // namespace tenon::planning
