#include <tenon/diff/describe.hpp>
#include <tenon/history/footprint.hpp>
#include <tenon/model/column_use.hpp>
#include <tenon/model/kind_names.hpp>
#include <tenon/model/type_text.hpp>

#include <algorithm>
#include <array>
#include <type_traits>

namespace tenon {
namespace {

ObjectName table_object(const QualifiedName& name) {
  return {ObjectKind::table, name, ""};
}
ObjectName enum_object(const QualifiedName& name) {
  return {ObjectKind::enum_type, name, ""};
}
ObjectName column_object(const QualifiedName& table, const std::string& column) {
  return {ObjectKind::column, table, column};
}

bool is_relation(ObjectKind kind) {
  constexpr std::array kinds = {ObjectKind::table, ObjectKind::foreign_table, ObjectKind::view,
                                ObjectKind::materialized_view, ObjectKind::sequence};
  return std::ranges::find(kinds, kind) != kinds.end();
}

/// Triggers, rules and policies are called by their table.
bool is_part_of_table(ObjectKind kind) {
  constexpr std::array kinds = {ObjectKind::column, ObjectKind::constraint, ObjectKind::index,
                                ObjectKind::policy, ObjectKind::rule,       ObjectKind::trigger};
  return std::ranges::find(kinds, kind) != kinds.end();
}

class Visitor {
 public:
  explicit Visitor(Footprint& footprint) : to_{footprint} {}

  void operator()(const CreateSchema& c) { change(subject(c)); }
  void operator()(const DropSchema& c) { remove(subject(c)); }
  void operator()(const CreateEnum& c) { change(subject(c)); }
  void operator()(const DropEnum& c) { remove(subject(c)); }
  void operator()(const RenameEnum& c) {
    remove(enum_object(c.from));
    change(enum_object(c.to));
  }
  void operator()(const AddEnumLabel& c) { label(c.type, c.label); }
  void operator()(const RenameEnumLabel& c) {
    label(c.type, c.from);
    label(c.type, c.to);
  }
  void operator()(const ReplaceEnumLabels& c) { change(enum_object(c.type)); }

  void operator()(const CreateTable& c) {
    change(table_object(c.table.name));
    to_.taken.push_back(c.table.name);
    for (const Column& column : c.table.columns) need_of(column);
    for (const Constraint& constraint : c.table.constraints) add(c.table.name, constraint);
    for (const Index& index : c.table.indexes) add(c.table.name, index);
  }
  void operator()(const DropTable& c) { remove(table_object(c.table.name)); }
  void operator()(const RenameTable& c) {
    remove(table_object(c.from));
    change(table_object(c.to));
    to_.taken.push_back(c.to);
  }

  void operator()(const AddColumn& c) {
    change(column_object(c.table, c.column.name));
    need_of(c.column);
  }
  void operator()(const DropColumn& c) { remove(column_object(c.table, c.column.name)); }
  void operator()(const RenameColumn& c) {
    remove(column_object(c.table, c.from));
    change(column_object(c.table, c.to));
  }
  void operator()(const AlterColumnType& c) {
    change(column_object(c.table, c.column));
    need_type(c.to_type);
  }
  void operator()(const AlterColumnGenerated& c) {
    change(column_object(c.table, c.to.name));
    need_of(c.to);
  }

  void operator()(const AddConstraint& c) { add(c.table, c.constraint); }
  void operator()(const DropConstraint& c) { remove(subject(c)); }
  void operator()(const RenameConstraint& c) {
    remove({ObjectKind::constraint, c.table, c.from});
    change(subject(c));
    to_.taken.push_back({c.table.schema, c.to});
  }
  void operator()(const CreateIndex& c) { add(c.table, c.index); }
  void operator()(const DropIndex& c) { remove(subject(c)); }
  void operator()(const RenameIndex& c) {
    remove({ObjectKind::index, c.table, c.from});
    change(subject(c));
    to_.taken.push_back({c.table.schema, c.to});
  }

  void operator()(const CreateDefinition& c) { define(c.definition); }
  void operator()(const DropDefinition& c) { remove(c.definition.name); }
  void operator()(const ReplaceDefinition& c) { define(c.to); }
  void operator()(const AlterProperty& c) {
    change(c.object, std::string{name_of(c.kind)} + " " + c.key);
  }
  void operator()(const SetComment& c) { change(c.object, "comment"); }

  /// Of a column or a constraint, as a whole.
  template <class Kind>
  void operator()(const Kind& c) {
    change(subject(c));
  }

 private:
  static std::string_view name_of(PropertyKind kind) {
    for (const auto& [one, name] : property_kind_names)
      if (one == kind) return name;
    return "";
  }

  void change(const ObjectName& object, std::string part = {}) {
    if (is_part_of_table(object.kind)) {
      need(table_object(object.parent));
      // Of a part of a table any two changes are too many.
      part.clear();
    }
    to_.changed.push_back({object, std::move(part)});
  }
  void label(const QualifiedName& type, const std::string& label) {
    need(enum_object(type));
    change(enum_object(type), "label " + label);
  }
  void remove(const ObjectName& object) {
    change(object);
    to_.removed.push_back(object);
  }
  void need(const ObjectName& object) { to_.needed.push_back(object); }
  void need(const Uses& uses) {
    to_.needed.insert(to_.needed.end(), uses.objects.begin(), uses.objects.end());
  }
  void need_type(const std::string& type) {
    if (const auto parsed = parse_type(type)) need(enum_object(parsed->name));
  }
  void need_of(const Column& column) {
    need_type(column.type);
    need(column.uses);
    need(column.default_uses);
  }

  template <class Part>
  void need_columns(const QualifiedName& table, const Part& part) {
    for_each_listed_column(part,
                           [&](const std::string& column) { need(column_object(table, column)); });
  }

  void add(const QualifiedName& table, const Constraint& constraint) {
    change({ObjectKind::constraint, table, constraint.name});
    need_columns(table, constraint);
    need(constraint.uses);
    if (has_index(constraint)) to_.taken.push_back({table.schema, constraint.name});
    const auto* key = std::get_if<ForeignKey>(&constraint.definition);
    if (key == nullptr) return;
    need(table_object(key->referenced_table));
    for (const std::string& column : key->referenced_columns)
      need(column_object(key->referenced_table, column));
  }
  void add(const QualifiedName& table, const Index& index) {
    change({ObjectKind::index, table, index.name});
    need_columns(table, index);
    need(index.uses);
    to_.taken.push_back({table.schema, index.name});
  }
  void define(const Definition& definition) {
    change(definition.name);
    need(definition.uses);
    if (is_relation(definition.name.kind)) to_.taken.push_back(definition.name.parent);
  }

  Footprint& to_;
};

bool meet(const Place& a, const Place& b) {
  return a.object == b.object && (a.part.empty() || b.part.empty() || a.part == b.part);
}

/// Whether `object` is gone when `removed` is.
bool goes_with(const ObjectName& object, const ObjectName& removed) {
  if (object == removed) return true;
  return removed.kind == ObjectKind::table && is_part_of_table(object.kind) &&
         object.parent == removed.parent;
}

std::optional<ObjectName> missing_for(const Footprint& one, const Footprint& other) {
  for (const ObjectName& removed : one.removed) {
    for (const ObjectName& needed : other.needed)
      if (goes_with(needed, removed)) return removed;
    for (const Place& place : other.changed)
      if (goes_with(place.object, removed)) return removed;
  }
  return std::nullopt;
}

}  // namespace

Footprint footprint_of(const Change& change) {
  Footprint footprint;
  std::visit(Visitor{footprint}, change);
  return footprint;
}

std::optional<ObjectName> common_object(const Footprint& one, const Footprint& other) {
  for (const Place& place : one.changed)
    for (const Place& another : other.changed)
      if (meet(place, another)) return place.object;
  if (auto object = missing_for(one, other)) return object;
  if (auto object = missing_for(other, one)) return object;
  // The same table would have met above: it is mostly an index.
  for (const QualifiedName& name : one.taken)
    if (std::ranges::find(other.taken, name) != other.taken.end())
      return ObjectName{ObjectKind::index, {name.schema, ""}, name.name};
  return std::nullopt;
}

}  // namespace tenon
