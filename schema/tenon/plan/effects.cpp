// One function for each kind of change.
#include <tenon/model/column_use.hpp>
#include <tenon/model/identifier.hpp>
#include <tenon/model/type_text.hpp>
#include <tenon/plan/before.hpp>
#include <tenon/plan/effects.hpp>
#include <tenon/plan/rebuilds.hpp>
#include <tenon/sql/address.hpp>

namespace tenon::planning {
namespace {

RelationName relation(const QualifiedName& name) {
  return {name, "-"};
}

// What PostgreSQL calls it; a Model does not say.
RelationName identity_sequence(const QualifiedName& table, const std::string& column) {
  return relation({table.schema, make_object_name(table.name, column, "seq")});
}

// Of those kinds that share names with others.
std::vector<RelationName> names_taken_by(const ObjectName& object) {
  switch (object.kind) {
    case ObjectKind::composite_type:
    case ObjectKind::domain:
    case ObjectKind::enum_type:
    case ObjectKind::materialized_view:
    case ObjectKind::range_type:
    case ObjectKind::sequence:
    case ObjectKind::view:
      return {relation(object.parent)};
    case ObjectKind::index:
      return {relation({object.parent.schema, object.member})};
    default:
      if (sql::is_routine(object.kind)) return {{object.parent, object.member}};
      return {};
  }
}

class EffectsOf {
 public:
  Effects operator()(const CreateSchema& c) {
    begin({ObjectKind::schema, {c.schema.name, ""}, ""});
    return take();
  }
  Effects operator()(const DropSchema& c) {
    end({ObjectKind::schema, {c.schema.name, ""}, ""});
    return take();
  }

  Effects operator()(const CreateEnum& c) {
    begin({ObjectKind::enum_type, c.type.name, ""});
    effects_.takes.push_back(relation(c.type.name));
    chain_type(c.type.name);
    return take();
  }
  Effects operator()(const DropEnum& c) {
    end({ObjectKind::enum_type, c.type.name, ""});
    effects_.gives.push_back(relation(c.type.name));
    chain_type(c.type.name);
    return take();
  }
  Effects operator()(const RenameEnum& c) {
    chain_type(c.from);
    chain_type(c.to);
    return take();
  }
  Effects operator()(const AddEnumLabel& c) { return on_type(c.type); }
  Effects operator()(const RenameEnumLabel& c) { return on_type(c.type); }
  Effects operator()(const ReplaceEnumLabels& c) { return on_type(c.type); }

  Effects operator()(const CreateTable& c) {
    each_object(c.table, [&](const ObjectName& object) { begin(object); });
    each_name(c.table, [&](RelationName name) { effects_.takes.push_back(std::move(name)); });
    chain(c.table.name);
    return take();
  }
  Effects operator()(const DropTable& c) {
    each_object(c.table, [&](const ObjectName& object) { end(object); });
    each_name(c.table, [&](RelationName name) { effects_.gives.push_back(std::move(name)); });
    chain(c.table.name);
    return take();
  }
  Effects operator()(const RenameTable& c) {
    chain(c.from);
    chain(c.to);
    return take();
  }

  Effects operator()(const AddColumn& c) {
    begin(column(c.table, c.column.name));
    if (c.column.default_value) begin(default_value(c.table, c.column.name));
    if (c.column.identity) effects_.takes.push_back(identity_sequence(c.table, c.column.name));
    effects_.reshapes = {ObjectKind::table, c.table, ""};
    return on_table(c.table);
  }
  Effects operator()(const DropColumn& c) {
    end(column(c.table, c.column.name));
    if (c.column.default_value) end(default_value(c.table, c.column.name));
    if (c.column.identity) effects_.gives.push_back(identity_sequence(c.table, c.column.name));
    return from_table(c.table);
  }
  Effects operator()(const AlterColumnType& c) {
    end(column(c.table, c.column));
    begin(column(c.table, c.column));
    chain_type_of(c.from_type);
    chain_type_of(c.to_type);
    effects_.reshapes = {ObjectKind::table, c.table, ""};
    return on_table(c.table);
  }
  Effects operator()(const AlterColumnDefault& c) {
    if (c.from) end(default_value(c.table, c.column));
    if (c.to) begin(default_value(c.table, c.column));
    return on_table(c.table);
  }
  Effects operator()(const AlterColumnIdentity& c) {
    if (!c.from) effects_.takes.push_back(identity_sequence(c.table, c.column));
    if (!c.to) effects_.gives.push_back(identity_sequence(c.table, c.column));
    return on_table(c.table);
  }
  Effects operator()(const AlterColumnGenerated& c) {
    end(column(c.table, c.from.name));
    begin(column(c.table, c.to.name));
    return on_table(c.table);
  }
  Effects operator()(const AddConstraint& c) {
    begin({ObjectKind::constraint, c.table, c.constraint.name});
    if (has_index(c.constraint))
      effects_.takes.push_back(relation({c.table.schema, c.constraint.name}));
    if (std::holds_alternative<ForeignKey>(c.constraint.definition))
      effects_.foreign_key = effects_.begins.back();
    return on_table(c.table);
  }
  Effects operator()(const DropConstraint& c) {
    end({ObjectKind::constraint, c.table, c.constraint.name});
    if (has_index(c.constraint))
      effects_.gives.push_back(relation({c.table.schema, c.constraint.name}));
    return from_table(c.table);
  }
  Effects operator()(const CreateIndex& c) {
    begin({ObjectKind::index, c.table, c.index.name});
    effects_.takes.push_back(relation({c.table.schema, c.index.name}));
    return on_table(c.table);
  }
  Effects operator()(const DropIndex& c) {
    end({ObjectKind::index, c.table, c.index.name});
    effects_.gives.push_back(relation({c.table.schema, c.index.name}));
    return from_table(c.table);
  }

  Effects operator()(const CreateDefinition& c) {
    begin(c.definition.name);
    effects_.takes = names_taken_by(c.definition.name);
    chain_if_type(c.definition.name);
    return take();
  }
  Effects operator()(const DropDefinition& c) {
    end(c.definition.name);
    effects_.gives = names_taken_by(c.definition.name);
    chain_if_type(c.definition.name);
    return take();
  }
  Effects operator()(const ReplaceDefinition& c) {
    end(c.from.name);
    begin(c.to.name);
    return take();
  }
  Effects operator()(const AlterProperty& c) {
    // What is taken away is so from the object as it was, but for privileges that it gets when it
    // is created.
    if (c.to || c.kind == PropertyKind::privileges) effects_.needs.push_back(c.object);
    switch (c.kind) {
      case PropertyKind::attribute:
      case PropertyKind::domain_check:
      case PropertyKind::domain_default:
      case PropertyKind::policy_check:
      case PropertyKind::policy_using:
        begin(c.object);
        end(c.object);
        if (c.kind == PropertyKind::attribute) chain_type(c.object.parent);
        break;
      case PropertyKind::index_partition:
        effects_.completes = c.to;
        if (c.to) effects_.part = c.key;
        break;
      case PropertyKind::of_type:
        chain_type_of(c.to.value_or(c.from.value_or("")));
        break;
      case PropertyKind::inherits:
        if (c.to) effects_.child = c.object;
        break;
      case PropertyKind::partition_of:
        if (c.to) effects_.child = c.object;
        effects_.chain.push_back({ObjectKind::table, {"", c.key}, "partitions"});
        break;
      case PropertyKind::owned_by:
        effects_.owner = c.to;
        effects_.former_owner = c.from;
        break;
      default:
        break;
    }
    if (c.object.kind == ObjectKind::table) chain(c.object.parent);
    return take();
  }

  Effects operator()(const SetComment& c) {
    effects_.needs.push_back(c.object);
    return take();
  }
  template <class Other>
  Effects operator()(const Other& c) {
    if constexpr (requires { chain(c.table); }) chain(c.table);
    return take();
  }

 private:
  static ObjectName column(const QualifiedName& table, const std::string& name) {
    return {ObjectKind::column, table, name};
  }
  static ObjectName default_value(const QualifiedName& table, const std::string& name) {
    return {ObjectKind::default_value, table, name};
  }

  template <class Visitor>
  static void each_object(const Table& table, const Visitor& visit) {
    visit({ObjectKind::table, table.name, ""});
    for (const Column& one : table.columns) {
      visit(column(table.name, one.name));
      if (one.default_value) visit(default_value(table.name, one.name));
    }
    for (const Constraint& constraint : table.constraints)
      visit({ObjectKind::constraint, table.name, constraint.name});
    for (const Index& index : table.indexes) visit({ObjectKind::index, table.name, index.name});
  }

  template <class Visitor>
  static void each_name(const Table& table, const Visitor& visit) {
    visit(relation(table.name));
    for (const Column& one : table.columns)
      if (one.identity) visit(identity_sequence(table.name, one.name));
    for (const Constraint& constraint : table.constraints)
      if (has_index(constraint)) visit(relation({table.name.schema, constraint.name}));
    for (const Index& index : table.indexes) visit(relation({table.name.schema, index.name}));
  }

  void begin(const ObjectName& object) { effects_.begins.push_back(object); }
  void end(const ObjectName& object) { effects_.ends.push_back(object); }
  void chain(const QualifiedName& table) {
    effects_.chain.push_back({ObjectKind::table, table, ""});
  }
  void chain_type(const QualifiedName& type) {
    effects_.chain.push_back({ObjectKind::enum_type, type, ""});
  }
  void chain_if_type(const ObjectName& object) {
    if (is_type(object.kind)) chain_type(object.parent);
  }
  void chain_type_of(const std::string& type) {
    if (const auto parsed = parse_type(type)) chain_type(parsed->name);
  }
  Effects on_type(const QualifiedName& type) {
    end({ObjectKind::enum_type, type, ""});
    begin({ObjectKind::enum_type, type, ""});
    chain_type(type);
    return take();
  }
  Effects on_table(const QualifiedName& table) {
    effects_.needs.push_back({ObjectKind::table, table, ""});
    chain(table);
    return take();
  }
  // What it takes away is of the table as it was.
  Effects from_table(const QualifiedName& table) {
    chain(table);
    return take();
  }
  Effects take() { return std::move(effects_); }

  Effects effects_;
};

}  // namespace

Effects effects_of(const Action& action) {
  if (const auto* change = std::get_if<Change>(&action)) return std::visit(EffectsOf{}, *change);
  Effects effects;
  if (const auto* aside = std::get_if<RenameAside>(&action)) {
    const bool is_table = aside->object.kind == ObjectKind::table;
    const ObjectKind kind = is_table ? ObjectKind::table : ObjectKind::enum_type;
    effects.chain = {{kind, aside->object.parent, ""}, {kind, aside->to, ""}};
  } else if (const auto* backfill = std::get_if<Backfill>(&action)) {
    effects.chain = {{ObjectKind::table, backfill->table, ""}};
  } else if (const auto* unused = std::get_if<RequireLabelsUnused>(&action)) {
    effects.chain = {{ObjectKind::table, unused->table, ""},
                     {ObjectKind::enum_type, unused->type, ""}};
  }
  return effects;
}

}  // namespace tenon::planning
