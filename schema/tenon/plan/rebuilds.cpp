// A walk from what changes to what uses it.
#include <tenon/model/lookup.hpp>
#include <tenon/plan/inherited_changes.hpp>
#include <tenon/plan/parts.hpp>
#include <tenon/plan/rebuilds.hpp>
#include <tenon/sql/address.hpp>

#include <algorithm>

namespace tenon::planning {
namespace {

class Walk {
 public:
  Walk(const Scene& scene, const Dependencies& before, Obstacles& obstacles)
      : scene_(scene), before_(before), obstacles_(obstacles) {
    for (const Change& change : scene.changes) note_gone(change);
  }

  void start(const std::vector<EnumRebuild>& enums) {
    for (const EnumRebuild& rebuild : enums) {
      const ObjectName type{ObjectKind::enum_type, rebuild.type, ""};
      disturb(type);
      for (const ObjectName& user : before_.users_of(type))
        if (user.kind == ObjectKind::column) disturb(user);
    }
    for (const MemberName& name : obstacles_.computed_columns)
      disturb({ObjectKind::column, name.first, name.second});
    for (const MemberName& name : obstacles_.constraints)
      disturb({ObjectKind::constraint, name.first, name.second});
    for (const MemberName& name : obstacles_.indexes)
      disturb({ObjectKind::index, name.first, name.second});
    for (const Change& change : scene_.changes) start(change);
  }

  Rebuilds run() {
    while (!open_.empty()) {
      const ObjectName next = std::move(open_.back());
      open_.pop_back();
      for (const ObjectName& user : before_.users_of(next)) visit(user, next);
    }
    return std::move(rebuilds_);
  }

 private:
  void note_gone(const Change& change) {
    if (const auto* drop = std::get_if<DropDefinition>(&change))
      gone_.insert(drop->definition.name);
    if (const auto* column = std::get_if<DropColumn>(&change))
      gone_.insert({ObjectKind::column, column->table, column->column.name});
    if (const auto* constraint = std::get_if<DropConstraint>(&change))
      gone_.insert({ObjectKind::constraint, constraint->table, constraint->constraint.name});
    if (const auto* index = std::get_if<DropIndex>(&change))
      gone_.insert({ObjectKind::index, index->table, index->index.name});
    if (const auto* value = std::get_if<AlterColumnDefault>(&change))
      gone_.insert({ObjectKind::default_value, value->table, value->column});
    if (const auto* generated = std::get_if<AlterColumnGenerated>(&change))
      gone_.insert({ObjectKind::column, generated->table, generated->from.name});
  }

  void start(const Change& change) {
    if (const auto* drop = std::get_if<DropDefinition>(&change)) {
      disturb(drop->definition.name);
    } else if (const auto* replacement = std::get_if<ReplaceDefinition>(&change)) {
      if (can_replace(replacement->from, replacement->to)) return;
      rebuilds_.definitions.insert(replacement->to.name);
      disturb(replacement->to.name);
    } else if (const auto* table = std::get_if<DropTable>(&change)) {
      disturb({ObjectKind::table, table->table.name, ""});
      for (const Column& column : table->table.columns)
        disturb({ObjectKind::column, table->table.name, column.name});
      for (const Constraint& constraint : table->table.constraints)
        disturb({ObjectKind::constraint, table->table.name, constraint.name});
    } else if (const auto* column = std::get_if<DropColumn>(&change)) {
      disturb_column(column->table, column->column.name);
    } else if (const auto* type = std::get_if<AlterColumnType>(&change)) {
      for (const QualifiedName& name : with_descendants(scene_, type->table))
        altered_.insert({ObjectKind::column, name, type->column});
      disturb_column(type->table, type->column);
    } else if (const auto* generated = std::get_if<AlterColumnGenerated>(&change)) {
      disturb_column(generated->table, generated->from.name);
    } else if (const auto* constraint = std::get_if<DropConstraint>(&change)) {
      disturb({ObjectKind::constraint, constraint->table, constraint->constraint.name});
    } else if (const auto* property = std::get_if<AlterProperty>(&change)) {
      // An attribute cannot be retyped, nor a policy lose what it has, while something uses it.
      if (property->kind == PropertyKind::attribute && property->from && property->to)
        disturb_columns_of(property->object);
    }
  }

  // A column of a composite type stands in the way of another type for an attribute.
  void disturb_columns_of(const ObjectName& type) {
    const auto& users = before_.users_of(type);
    if (std::ranges::any_of(
            users, [](const ObjectName& user) { return user.kind == ObjectKind::column; })) {
      rebuilds_.definitions.insert(type);
      disturb(type);
    }
  }

  // That of the children too: they follow.
  void disturb_column(const QualifiedName& table, const std::string& column) {
    for (const QualifiedName& name : with_descendants(scene_, table))
      disturb({ObjectKind::column, name, column});
  }

  void disturb(const ObjectName& object) {
    if (disturbed_.insert(object).second) open_.push_back(object);
  }

  void visit(const ObjectName& user, const ObjectName& used) {
    if (gone_.contains(user)) return;
    const MemberName member{user.parent, user.member};
    switch (user.kind) {
      case ObjectKind::default_value:
        if (!scene_.dropped_tables.contains(user.parent) &&
            !gone_.contains({ObjectKind::column, user.parent, user.member}))
          rebuilds_.defaults.insert(member);
        return;
      case ObjectKind::column:
        visit_column(user, used);
        return;
      case ObjectKind::constraint:
        if (goes_with_column(user, used) || leaves_with_table(user, used) ||
            refers_to_parent_of(user, used))
          return;
        if (obstacles_.constraints.insert(member).second) disturb(user);
        return;
      case ObjectKind::index:
        if (find(scene_.before.definitions, user)) break;
        if (goes_with_column(user, used) || leaves_with_table(user, used)) return;
        if (obstacles_.indexes.insert(member).second) disturb(user);
        return;
      case ObjectKind::table:
        if (!scene_.dropped_tables.contains(user.parent) && used.kind == ObjectKind::table)
          rebuilds_.children.insert(user.parent);
        return;
      case ObjectKind::publication:
      case ObjectKind::sequence:
      case ObjectKind::enum_type:
        return;
      default:
        break;
    }
    if (find(scene_.to.definitions, user)) {
      rebuilds_.definitions.insert(user);
      disturb(user);
    }
  }

  void visit_column(const ObjectName& user, const ObjectName& used) {
    const Table* table = find(scene_.before.tables, user.parent);
    const Column* column = table ? find(table->columns, user.member) : nullptr;
    if (!column || scene_.dropped_tables.contains(user.parent)) return;
    const MemberName member{user.parent, user.member};
    if (column->generated && used.kind != ObjectKind::enum_type) {
      // It is made anew with its parent's.
      if (column->is_inherited && takes_type_from_parent(scene_, member)) return;
      if (obstacles_.computed_columns.insert(member).second) disturb(user);
    } else if (rebuilds_.definitions.contains(used) && !altered_.contains(user)) {
      rebuilds_.columns.insert(member);
      // Its default cannot be cast to the new type.
      rebuilds_.defaults.insert(member);
      disturb(user);
    }
  }

  // PostgreSQL makes keys and indexes anew by itself when a column gets another type, and drops
  // them with a column or a table.
  bool goes_with_column(const ObjectName& user, const ObjectName& used) const {
    if (scene_.dropped_tables.contains(user.parent)) return true;
    if (used.kind == ObjectKind::column && used.parent == user.parent) return true;
    return used.kind == ObjectKind::column && altered_.contains(used);
  }

  // A part of an index of a table that is made anew: the partition leaves it first.
  bool leaves_with_table(const ObjectName& user, const ObjectName& used) const {
    if (!scene_.dropped_tables.contains(used.parent) || used.member.empty()) return false;
    const Table* table = find(scene_.before.tables, user.parent);
    return table && std::ranges::any_of(table->properties, [&](const Property& property) {
             return property.kind == PropertyKind::index_partition &&
                    is_named(user, property.key) && is_named(used, property.value);
           });
  }

  // A foreign key to what a table that goes is a partition of: the partition leaves it first.
  bool refers_to_parent_of(const ObjectName& user, const ObjectName& used) const {
    if (!scene_.dropped_tables.contains(used.parent)) return false;
    const Table* table = find(scene_.before.tables, user.parent);
    const Constraint* constraint = table ? find(table->constraints, user.member) : nullptr;
    const auto* key = constraint ? std::get_if<ForeignKey>(&constraint->definition) : nullptr;
    return key && key->referenced_table != used.parent &&
           !scene_.dropped_tables.contains(key->referenced_table);
  }

  static bool is_named(const ObjectName& index, const std::string& name) {
    return sql::address({ObjectKind::index, index.parent, index.member}) == name;
  }

  const Scene& scene_;
  const Dependencies& before_;
  Obstacles& obstacles_;
  Rebuilds rebuilds_;
  std::set<ObjectName> gone_;
  std::set<ObjectName> altered_;
  std::set<ObjectName> disturbed_;
  std::vector<ObjectName> open_;
};

}  // namespace

bool is_type(ObjectKind kind) {
  return kind == ObjectKind::domain || kind == ObjectKind::composite_type ||
         kind == ObjectKind::range_type;
}

bool can_replace(const Definition& from, const Definition& to) {
  if (!from.shape || !to.shape) return false;
  // A policy's statement has no expressions: they are properties.
  if (to.name.kind == ObjectKind::policy)
    return from.shape == to.shape && from.statement == to.statement;
  return *from.shape == *to.shape || to.shape->starts_with(*from.shape + ", ");
}

Rebuilds find_definition_rebuilds(const Scene& scene, const Dependencies& before,
                                  const std::vector<EnumRebuild>& enums, Obstacles& obstacles) {
  Walk walk(scene, before, obstacles);
  walk.start(enums);
  return walk.run();
}

}  // namespace tenon::planning
