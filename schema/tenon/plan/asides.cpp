#include <tenon/diff/object_names.hpp>
#include <tenon/diff/renamed_references.hpp>
#include <tenon/plan/asides.hpp>
#include <tenon/plan/change_in.hpp>

namespace tenon::planning {

void follow_asides(std::vector<Action>& actions) {
  std::vector<RenameAside> asides;
  for (Action& action : actions) {
    if (const auto* aside = std::get_if<RenameAside>(&action)) asides.push_back(*aside);
    auto* drop = change_in<DropDefinition>(action);
    if (drop == nullptr) continue;
    for (const RenameAside& aside : asides) {
      const auto is_it = [&](const ObjectName& used) { return used == aside.object; };
      if (fold::uses_any(drop->definition, is_it))
        drop->definition.name = fold::with_type_renamed_in_name(std::move(drop->definition.name),
                                                                aside.object.parent, aside.to);
    }
  }
}

}  // namespace tenon::planning
