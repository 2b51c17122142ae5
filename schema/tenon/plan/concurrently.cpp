// Asks for each index what else the changes do around it.
#include <tenon/diff/change_table.hpp>
#include <tenon/diff/index_changes.hpp>
#include <tenon/diff/parents.hpp>
#include <tenon/diff/renamed_model.hpp>
#include <tenon/model/column_use.hpp>
#include <tenon/model/lookup.hpp>
#include <tenon/plan/concurrently.hpp>
#include <tenon/plan/enum_rebuild.hpp>
#include <tenon/plan/key_columns.hpp>
#include <tenon/plan/parts.hpp>
#include <tenon/plan/rebuilds.hpp>
#include <tenon/sql/address.hpp>

#include <algorithm>
#include <iterator>

namespace tenon::planning {
namespace {

bool is_partitioned(const Table& table) {
  return std::ranges::any_of(table.properties, [](const Property& property) {
    return property.kind == PropertyKind::partition_key;
  });
}

// What a table is a partition of, and what that is a partition of.
std::vector<Property> places_among_partitions(const Model& model, const Table& table) {
  std::vector<Property> places;
  for (const Table* next = &table; next != nullptr;) {
    const Property* place = find(next->properties, PropertyKind::partition_of);
    if (place == nullptr) break;
    places.push_back(*place);
    next = find_table(model, place->key);
  }
  return places;
}

bool is_part(const Table& table, const Index& index) {
  const std::string name = sql::address({ObjectKind::index, table.name, index.name});
  return find(table.properties, PropertyKind::index_partition, name) != nullptr;
}

// Whether a foreign key may hold on to the index, or need it to be there: one to the table, or to
// one that the table is a partition of.
bool is_referred_to(const Model& model, const Parents& parents, const QualifiedName& table,
                    const Index& index) {
  const auto columns = key_columns(index);
  if (!columns) return false;
  const std::vector<std::string> ancestors = ancestors_of(table, parents);
  return std::ranges::any_of(model.tables, [&](const Table& other) {
    return std::ranges::any_of(other.constraints, [&](const Constraint& constraint) {
      const auto* key = std::get_if<ForeignKey>(&constraint.definition);
      return key &&
             (key->referenced_table == table || is_among(ancestors, key->referenced_table)) &&
             are_same_columns(key->referenced_columns, *columns);
    });
  });
}

// Whether anything but an index of the same table is called like `index`.
bool is_name_taken(const Model& model, const QualifiedName& table, const std::string& index) {
  const QualifiedName name{table.schema, index};
  const auto has_it = [&](const Table& other) {
    if (other.name == name) return true;
    if (other.name.schema != name.schema) return false;
    const Constraint* constraint = find(other.constraints, index);
    return (constraint && has_index(*constraint)) ||
           (other.name != table && find(other.indexes, index));
  };
  return std::ranges::any_of(model.tables, has_it) ||
         std::ranges::any_of(model.definitions, [&](const Definition& definition) {
           const ObjectName& other = definition.name;
           return other.parent == name ||
                  (other.kind == ObjectKind::index && other.parent.schema == name.schema &&
                   other.member == index);
         });
}

// The column that a change takes away from an index or makes PostgreSQL build it anew for.
const std::string* changed_column(const Change& change) {
  if (const auto* drop = std::get_if<DropColumn>(&change)) return &drop->column.name;
  if (const auto* type = std::get_if<AlterColumnType>(&change)) return &type->column;
  if (const auto* computed = std::get_if<AlterColumnGenerated>(&change)) return &computed->to.name;
  return nullptr;
}

class Possibility {
 public:
  /// @param scene its changes leave the indexes in place: what is in the way, is so.
  explicit Possibility(const Scene& scene) : scene_(scene) {
    const std::vector<EnumRebuild> rebuilds = find_rebuilds(scene);
    obstacles_ = find_obstacles(scene, rebuilds);
    (void)find_definition_rebuilds(scene, Dependencies(scene.before), rebuilds, obstacles_);
  }

  bool operator()(const CreateIndex& change) const { return is_possible(change); }
  bool operator()(const DropIndex& change) const {
    const Table* table = find(scene_.before.tables, change.table);
    return is_possible(change) && !is_part(*table, change.index) &&
           !obstacles_.indexes.contains({change.table, change.index.name}) &&
           !uses_changed_column(change) &&
           !is_name_taken(scene_.to, change.table, change.index.name);
  }

 private:
  bool is_possible(const auto& change) const {
    const Table* before = find(scene_.before.tables, change.table);
    const Table* after = find(scene_.to.tables, change.table);
    return before && after && !is_partitioned(*before) &&
           places_among_partitions(scene_.before, *before) ==
               places_among_partitions(scene_.to, *after) &&
           !has_new_ancestor(change.table) &&
           !is_referred_to(scene_.before, scene_.parents_before, change.table, change.index) &&
           !is_referred_to(scene_.to, scene_.parents_after, change.table, change.index);
  }

  // While an ancestor is made anew, a partition leaves it, and comes back with its indexes.
  bool has_new_ancestor(const QualifiedName& table) const {
    return drops_one_of(scene_, ancestors_of(table, scene_.parents_before));
  }

  bool uses_changed_column(const DropIndex& drop) const {
    return std::ranges::any_of(scene_.changes, [&](const Change& change) {
      const std::string* column = changed_column(change);
      return column && *table_of(change) == drop.table &&
             (lists_column(drop.index, *column) || expression_mentions(drop.index, *column));
    });
  }

  const Scene& scene_;
  Obstacles obstacles_;
};

Changes without_concurrent_drops(Changes changes) {
  std::erase_if(changes, [](const Change& change) {
    const auto* drop = std::get_if<DropIndex>(&change);
    return drop && drop->concurrently;
  });
  return changes;
}

}  // namespace
}  // namespace tenon::planning

namespace tenon {

Changes concurrent_where_possible(const Model& from, const Model& to, Changes changes) {
  using namespace planning;
  if (std::ranges::none_of(changes, runs_outside_transaction)) return changes;
  const Model before = with_renames(from, changes);
  const Changes others = without_concurrent_drops(changes);
  FreeNames free_names{from, before, to};
  const Scene scene(before, to, others, free_names);
  const Possibility is_possible(scene);
  std::set<MemberName> impossible;
  for_each_index_change(changes, [&](const auto& change) {
    if (!change.concurrently || !is_possible(change))
      impossible.insert({change.table, change.index.name});
  });
  for_each_index_change(changes, [&](auto& change) {
    change.concurrently = !impossible.contains({change.table, change.index.name});
  });
  return changes;
}

Changes with_concurrent_builds(const Model& from, const Model& to, Changes changes) {
  for_each_index_change(changes, [](auto& change) { change.concurrently = true; });
  return concurrent_where_possible(from, to, std::move(changes));
}

}  // namespace tenon
