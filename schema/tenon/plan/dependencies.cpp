// Reads dependencies off a Model.
#include <tenon/diff/parents.hpp>
#include <tenon/model/column_use.hpp>
#include <tenon/model/type_text.hpp>
#include <tenon/plan/dependencies.hpp>
#include <tenon/sql/address.hpp>
#include <tenon/sql/quote.hpp>

#include <algorithm>

namespace tenon::planning {
namespace {

const std::set<ObjectName> nothing;

}  // namespace

Dependencies::Dependencies(const Model& model) {
  for (const Table& table : model.tables) {
    tables_.emplace(sql::identifier(table.name), ObjectName{ObjectKind::table, table.name, ""});
    for (const Property& property : table.properties)
      if (property.kind == PropertyKind::partition_of)
        partitions_.emplace(property.key, table.name);
    const auto add_index = [&](ObjectKind kind, const std::string& name) {
      indexes_.emplace(sql::address({ObjectKind::index, table.name, name}),
                       ObjectName{kind, table.name, name});
    };
    for (const Index& index : table.indexes) add_index(ObjectKind::index, index.name);
    for (const Constraint& constraint : table.constraints)
      if (has_index(constraint)) add_index(ObjectKind::constraint, constraint.name);
  }
  for (const Definition& definition : model.definitions)
    if (definition.name.kind == ObjectKind::foreign_server)
      servers_.emplace(sql::identifier(definition.name.parent.name), definition.name);
  for (const EnumType& type : model.enums) {
    enums_.insert(type.name);
    add_to_schema(ObjectName{ObjectKind::enum_type, type.name, ""});
  }
  for (const Table& table : model.tables) {
    add_to_schema(ObjectName{ObjectKind::table, table.name, ""});
    add(table);
  }
  for (const Definition& definition : model.definitions) {
    add_to_schema(definition.name);
    add(definition.name, definition.uses);
    add(definition.name, definition.properties);
  }
}

void Dependencies::add(const ObjectName& user, const ObjectName& used) {
  if (user == used) return;
  used_[user].insert(used);
  users_[used].insert(user);
}

void Dependencies::add_to_schema(const ObjectName& object) {
  if (!object.parent.schema.empty())
    add(object, ObjectName{ObjectKind::schema, {object.parent.schema, ""}, ""});
}

void Dependencies::add(const ObjectName& user, const Uses& uses) {
  for (const ObjectName& used : uses.objects) add(user, used);
}

void Dependencies::add(const Table& table) {
  const ObjectName name{ObjectKind::table, table.name, ""};
  const auto column_name = [&](const std::string& column) {
    return ObjectName{ObjectKind::column, table.name, column};
  };
  for (const Column& column : table.columns) {
    add(column_name(column.name), column.uses);
    if (const auto type = parse_type(column.type); type && enums_.contains(type->name))
      add(column_name(column.name), ObjectName{ObjectKind::enum_type, type->name, ""});
    if (column.default_value)
      add(ObjectName{ObjectKind::default_value, table.name, column.name}, column.default_uses);
  }
  for (const Constraint& constraint : table.constraints) add(table, constraint);
  for (const Index& index : table.indexes) {
    const ObjectName user{ObjectKind::index, table.name, index.name};
    add(user, index.uses);
    for_each_listed_column(index,
                           [&](const std::string& column) { add(user, column_name(column)); });
  }
  add(name, table.properties);
}

void Dependencies::add(const Table& table, const Constraint& constraint) {
  const ObjectName user{ObjectKind::constraint, table.name, constraint.name};
  add(user, constraint.uses);
  for_each_listed_column(constraint, [&](const std::string& column) {
    add(user, ObjectName{ObjectKind::column, table.name, column});
  });
  if (const auto* key = std::get_if<ForeignKey>(&constraint.definition))
    for (const QualifiedName& referenced : with_partitions(key->referenced_table))
      for (const std::string& column : key->referenced_columns)
        add(user, ObjectName{ObjectKind::column, referenced, column});
}

// A foreign key to a partitioned table is one to each of its partitions.
std::vector<QualifiedName> Dependencies::with_partitions(const QualifiedName& table) const {
  std::vector<QualifiedName> all{table};
  for (std::size_t i = 0; i < all.size(); ++i) {
    const auto [first, last] = partitions_.equal_range(sql::identifier(all[i]));
    for (auto partition = first; partition != last; ++partition) all.push_back(partition->second);
  }
  return all;
}

void Dependencies::add(const ObjectName& object, const std::vector<Property>& properties) {
  const auto add_named = [&](const std::map<std::string, ObjectName>& names,
                             const std::string& text) {
    if (const auto found = names.find(text); found != names.end()) add(object, found->second);
  };
  for (const Property& property : properties) {
    if (names_parent(property.kind)) add_named(tables_, property.key);
    if (property.kind == PropertyKind::foreign_server) add_named(servers_, property.value);
    // The part of an index goes with the whole.
    if (property.kind == PropertyKind::index_partition) {
      const auto part = indexes_.find(property.key);
      const auto whole = indexes_.find(property.value);
      if (part != indexes_.end() && whole != indexes_.end()) add(part->second, whole->second);
    }
  }
}

void Dependencies::leave_indexes(const Table& partition) {
  for (const Property& property : partition.properties) {
    if (property.kind != PropertyKind::index_partition) continue;
    const auto part = indexes_.find(property.key);
    const auto whole = indexes_.find(property.value);
    if (part == indexes_.end() || whole == indexes_.end()) continue;
    used_[part->second].erase(whole->second);
    users_[whole->second].erase(part->second);
  }
}

void Dependencies::add_alias(const ObjectName& object, const ObjectName& other) {
  for (const ObjectName& used : std::set{used_by(object)}) add(other, used);
  for (const ObjectName& user : std::set{users_of(object)}) add(user, other);
}

const std::set<ObjectName>& Dependencies::used_by(const ObjectName& user) const {
  const auto found = used_.find(user);
  return found == used_.end() ? nothing : found->second;
}

const std::set<ObjectName>& Dependencies::users_of(const ObjectName& used) const {
  const auto found = users_.find(used);
  return found == users_.end() ? nothing : found->second;
}

bool Dependencies::reaches(const ObjectName& user, const ObjectName& used) const {
  std::set<ObjectName> seen{user};
  std::vector<ObjectName> open{user};
  while (!open.empty()) {
    const ObjectName next = std::move(open.back());
    open.pop_back();
    for (const ObjectName& object : used_by(next)) {
      // Whoever uses a column needs its table.
      if (object == used || (used.kind == ObjectKind::table && object.parent == used.parent &&
                             object.kind == ObjectKind::column))
        return true;
      if (seen.insert(object).second) open.push_back(object);
    }
  }
  return false;
}

}  // namespace tenon::planning
