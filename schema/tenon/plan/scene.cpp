// Looks once for what the parts of a plan would look for each.
#include <tenon/diff/change_table.hpp>
#include <tenon/plan/scene.hpp>
#include <tenon/sql/quote.hpp>

#include <algorithm>
#include <variant>

namespace tenon::planning {

Scene::Scene(const Model& model_before, const Model& model_after, const Changes& all_changes,
             FreeNames& names)
    : before(model_before),
      to(model_after),
      changes(all_changes),
      free_names(names),
      parents_before(parents_in(before)),
      parents_after(parents_in(to)),
      parents_throughout(parents_in_both(parents_before, parents_after)),
      dropped_table_texts(tenon::dropped_tables(all_changes)) {
  for (const auto& [child, parents] : parents_throughout)
    for (const std::string& ancestor : ancestors_of(child, parents_throughout))
      descendants[ancestor].push_back(child);
  for (const Change& change : changes) {
    if (const auto* creation = std::get_if<CreateTable>(&change)) {
      created_tables.insert(creation->table.name);
    } else if (const auto* drop = std::get_if<DropTable>(&change)) {
      dropped_tables.insert(drop->table.name);
    }
  }
}

std::vector<QualifiedName> with_descendants(const Scene& scene, const QualifiedName& table) {
  std::vector<QualifiedName> tables{table};
  const auto found = scene.descendants.find(sql::identifier(table));
  if (found != scene.descendants.end())
    tables.insert(tables.end(), found->second.begin(), found->second.end());
  return tables;
}

bool drops_one_of(const Scene& scene, const std::vector<std::string>& parents) {
  return std::ranges::any_of(parents, [&](const std::string& parent) {
    return scene.dropped_table_texts.contains(parent);
  });
}

}  // namespace tenon::planning
