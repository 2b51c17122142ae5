// Takes out of the other phases what was planned for them.
#include <tenon/model/take_if.hpp>
#include <tenon/plan/change_in.hpp>
#include <tenon/plan/concurrent_indexes.hpp>
#include <tenon/plan/index_properties.hpp>

#include <algorithm>
#include <iterator>
#include <utility>

namespace tenon::planning {
namespace {

template <class Kind>
std::vector<Kind> take_concurrent(std::vector<Action>& phase) {
  std::vector<Kind> taken;
  std::erase_if(phase, [&](const Action& action) {
    const auto* one = change_in<Kind>(action);
    if (!one || !one->concurrently) return false;
    taken.push_back(*one);
    return true;
  });
  return taken;
}

bool is_said_of(const Action& action, const CreateIndex& index) {
  const auto* property = change_in<AlterProperty>(action);
  return property && property->to &&
         is_said_of_index({property->kind, property->key, *property->to}, property->object.parent,
                          index.table, index.index.name);
}

// What needs the index to be there.
void take_what_is_said(const CreateIndex& index, std::vector<Action>& from,
                       std::vector<Action>& to) {
  std::ranges::move(take_if(from, [&](const Action& action) { return is_said_of(action, index); }),
                    std::back_inserter(to));
}

// Both get other names, for the time that both are there.
void exchange(CreateIndex& creation, DropIndex& drop, FreeNames& free_names,
              std::vector<Action>& renames) {
  const QualifiedName name{creation.table.schema, creation.index.name};
  drop.index.name = free_names.for_index(name).name;
  creation.index.name = free_names.for_index(name, "new").name;
  renames.emplace_back(Change{RenameIndex{drop.table, name.name, drop.index.name}});
  renames.emplace_back(Change{RenameIndex{creation.table, creation.index.name, name.name}});
}

}  // namespace

void plan_concurrent_indexes(const Scene& scene, Phases& phases) {
  auto creations = take_concurrent<CreateIndex>(phases.index_additions);
  auto drops = take_concurrent<DropIndex>(phases.index_drops);
  std::vector<Action> said;
  for (CreateIndex& creation : creations) {
    const std::string name = creation.index.name;
    take_what_is_said(creation, phases.properties_set, said);
    take_what_is_said(creation, phases.partitions, said);
    take_what_is_said(creation, phases.late_index_parts, said);
    if (auto comment = std::exchange(creation.index.comment, std::nullopt))
      said.emplace_back(Change{
          SetComment{{ObjectKind::index, creation.table, name}, std::nullopt, std::move(comment)}});
    const auto drop = std::ranges::find_if(drops, [&](const DropIndex& other) {
      return other.table == creation.table && other.index.name == name;
    });
    if (drop != drops.end())
      exchange(creation, *drop, scene.free_names, phases.after_concurrent_creations);
    phases.concurrent_creations.emplace_back(Change{std::move(creation)});
  }
  std::ranges::move(said, std::back_inserter(phases.after_concurrent_creations));
  for (DropIndex& drop : drops) phases.concurrent_drops.emplace_back(Change{std::move(drop)});
}

}  // namespace tenon::planning
