// Objects and changes in words.
#include <tenon/diff/describe.hpp>
#include <tenon/model/kind_names.hpp>
#include <tenon/sql/address.hpp>
#include <tenon/sql/definition.hpp>
#include <tenon/sql/quote.hpp>

namespace tenon {
namespace {

// Names in messages are as people write them in SQL, the schema only where it is not public.
std::string text(const QualifiedName& name) {
  return sql::identifier(name);
}

std::string text_or_none(const std::optional<std::string>& value) {
  return value ? *value : "none";
}

std::string quoted_or_none(const std::optional<std::string>& value) {
  return value ? sql::literal(*value) : "none";
}

std::string arrow(const std::string& from, const std::string& to) {
  return from + " -> " + to;
}

std::string text(const std::optional<Identity>& identity) {
  if (!identity) return "none";
  return *identity == Identity::always ? "always" : "by default";
}

std::string text(Deferrability deferrability) {
  switch (deferrability) {
    case Deferrability::not_deferrable:
      return "not deferrable";
    case Deferrability::deferrable:
      return "deferrable";
    case Deferrability::initially_deferred:
      return "deferrable initially deferred";
  }
  return "";
}

std::string type_text(const std::string& type, const std::optional<std::string>& collation) {
  return collation ? type + " collate " + *collation : type;
}

std::string list(const std::vector<std::string>& labels) {
  std::string result;
  for (const std::string& label : labels) {
    if (!result.empty()) result += ", ";
    result += sql::literal(label);
  }
  return "(" + result + ")";
}

std::string index_text(const Index& index) {
  return (index.unique ? "unique " : "") + sql::index_definition(index);
}

ObjectName table_object(const QualifiedName& name) {
  return {ObjectKind::table, name, ""};
}
ObjectName type_object(const QualifiedName& name) {
  return {ObjectKind::enum_type, name, ""};
}
ObjectName schema_object(const Schema& schema) {
  return {ObjectKind::schema, {schema.name, ""}, ""};
}

struct Subject {
  ObjectName operator()(const CreateSchema& c) const { return schema_object(c.schema); }
  ObjectName operator()(const DropSchema& c) const { return schema_object(c.schema); }
  ObjectName operator()(const CreateEnum& c) const { return type_object(c.type.name); }
  ObjectName operator()(const DropEnum& c) const { return type_object(c.type.name); }
  ObjectName operator()(const RenameEnum& c) const { return type_object(c.to); }
  ObjectName operator()(const AddEnumLabel& c) const { return type_object(c.type); }
  ObjectName operator()(const RenameEnumLabel& c) const { return type_object(c.type); }
  ObjectName operator()(const ReplaceEnumLabels& c) const { return type_object(c.type); }
  ObjectName operator()(const CreateTable& c) const { return table_object(c.table.name); }
  ObjectName operator()(const DropTable& c) const { return table_object(c.table.name); }
  ObjectName operator()(const RenameTable& c) const { return table_object(c.to); }
  ObjectName operator()(const AddColumn& c) const { return column(c.table, c.column.name); }
  ObjectName operator()(const DropColumn& c) const { return column(c.table, c.column.name); }
  ObjectName operator()(const RenameColumn& c) const { return column(c.table, c.to); }
  ObjectName operator()(const AlterColumnType& c) const { return column(c.table, c.column); }
  ObjectName operator()(const AlterColumnNotNull& c) const { return column(c.table, c.column); }
  ObjectName operator()(const AlterColumnDefault& c) const { return column(c.table, c.column); }
  ObjectName operator()(const AlterColumnIdentity& c) const { return column(c.table, c.column); }
  ObjectName operator()(const AlterColumnGenerated& c) const { return column(c.table, c.to.name); }
  ObjectName operator()(const AddConstraint& c) const {
    return constraint(c.table, c.constraint.name);
  }
  ObjectName operator()(const DropConstraint& c) const {
    return constraint(c.table, c.constraint.name);
  }
  ObjectName operator()(const RenameConstraint& c) const { return constraint(c.table, c.to); }
  ObjectName operator()(const ValidateConstraint& c) const {
    return constraint(c.table, c.constraint);
  }
  ObjectName operator()(const AlterConstraintDeferrability& c) const {
    return constraint(c.table, c.constraint);
  }
  ObjectName operator()(const CreateIndex& c) const { return index(c.table, c.index.name); }
  ObjectName operator()(const DropIndex& c) const { return index(c.table, c.index.name); }
  ObjectName operator()(const RenameIndex& c) const { return index(c.table, c.to); }
  ObjectName operator()(const CreateDefinition& c) const { return c.definition.name; }
  ObjectName operator()(const DropDefinition& c) const { return c.definition.name; }
  ObjectName operator()(const ReplaceDefinition& c) const { return c.to.name; }
  ObjectName operator()(const AlterProperty& c) const { return c.object; }
  ObjectName operator()(const SetComment& c) const { return c.object; }

 private:
  static ObjectName column(const QualifiedName& table, const std::string& name) {
    return {ObjectKind::column, table, name};
  }
  static ObjectName constraint(const QualifiedName& table, const std::string& name) {
    return {ObjectKind::constraint, table, name};
  }
  static ObjectName index(const QualifiedName& table, const std::string& name) {
    return {ObjectKind::index, table, name};
  }
};

struct Words {
  std::string operator()(const CreateSchema&) const { return "is new"; }
  std::string operator()(const DropSchema&) const { return "is gone"; }
  std::string operator()(const CreateEnum& c) const { return list(c.type.labels) + " is new"; }
  std::string operator()(const DropEnum& c) const { return list(c.type.labels) + " is gone"; }
  std::string operator()(const RenameEnum& c) const {
    return "name: " + arrow(text(c.from), text(c.to));
  }
  std::string operator()(const AddEnumLabel& c) const {
    return "label " + sql::literal(c.label) + " is new" +
           (c.before ? " before " + sql::literal(*c.before) : " at the end");
  }
  std::string operator()(const RenameEnumLabel& c) const {
    return "label: " + arrow(sql::literal(c.from), sql::literal(c.to));
  }
  std::string operator()(const ReplaceEnumLabels& c) const {
    return "labels: " + arrow(list(c.from), list(c.to));
  }
  std::string operator()(const CreateTable&) const { return "is new"; }
  std::string operator()(const DropTable&) const { return "is gone"; }
  std::string operator()(const RenameTable& c) const {
    return "name: " + arrow(text(c.from), text(c.to));
  }
  std::string operator()(const AddColumn& c) const { return "(" + describe(c.column) + ") is new"; }
  std::string operator()(const DropColumn& c) const {
    return "(" + describe(c.column) + ") is gone";
  }
  std::string operator()(const RenameColumn& c) const { return renamed(c.from, c.to); }
  std::string operator()(const AlterColumnType& c) const {
    return "type: " +
           arrow(type_text(c.from_type, c.from_collation), type_text(c.to_type, c.to_collation));
  }
  std::string operator()(const AlterColumnNotNull& c) const {
    return c.not_null ? "null allowed -> not null" : "not null -> null allowed";
  }
  std::string operator()(const AlterColumnDefault& c) const {
    return "default: " + arrow(text_or_none(c.from), text_or_none(c.to));
  }
  std::string operator()(const AlterColumnIdentity& c) const {
    if (c.from == c.to)
      return "identity options: " + arrow(text_or_none(c.from_options), text_or_none(c.to_options));
    return "identity: " + arrow(text(c.from), text(c.to));
  }
  std::string operator()(const AlterColumnGenerated& c) const {
    return arrow("(" + describe(c.from) + ")", "(" + describe(c.to) + ")");
  }
  std::string operator()(const AddConstraint& c) const {
    return "(" + sql::constraint_definition(c.constraint) + ") is new";
  }
  std::string operator()(const DropConstraint& c) const {
    return "(" + sql::constraint_definition(c.constraint) + ") is gone";
  }
  std::string operator()(const RenameConstraint& c) const { return renamed(c.from, c.to); }
  std::string operator()(const ValidateConstraint&) const { return "not valid -> valid"; }
  std::string operator()(const AlterConstraintDeferrability& c) const {
    return arrow(text(c.from), text(c.to));
  }
  std::string operator()(const CreateIndex& c) const {
    return "(" + index_text(c.index) + ") is new" + (c.concurrently ? ", built concurrently" : "");
  }
  std::string operator()(const DropIndex& c) const {
    return "(" + index_text(c.index) + ") is gone" +
           (c.concurrently ? ", dropped concurrently" : "");
  }
  std::string operator()(const RenameIndex& c) const { return renamed(c.from, c.to); }
  std::string operator()(const CreateDefinition&) const { return "is new"; }
  std::string operator()(const DropDefinition&) const { return "is gone"; }
  std::string operator()(const ReplaceDefinition& c) const {
    return arrow(c.from.statement, c.to.statement);
  }
  std::string operator()(const AlterProperty& c) const {
    const auto value = [](const std::optional<std::string>& said) {
      return !said ? "not said" : said->empty() ? "said" : *said;
    };
    return std::string(name_of(c.kind)) + (c.key.empty() ? "" : " " + c.key) + ": " +
           arrow(value(c.from), value(c.to));
  }
  std::string operator()(const SetComment& c) const {
    return "comment: " + arrow(quoted_or_none(c.from), quoted_or_none(c.to));
  }

 private:
  static std::string renamed(const std::string& from, const std::string& to) {
    return "name: " + arrow(sql::identifier(from), sql::identifier(to));
  }
};

}  // namespace

std::string describe(const ObjectName& object) {
  std::string kind(name_of(object.kind));
  if (object.kind == ObjectKind::enum_type) kind = "enum type";
  const bool is_on_table = object.kind == ObjectKind::constraint ||
                           object.kind == ObjectKind::policy || object.kind == ObjectKind::rule ||
                           object.kind == ObjectKind::trigger;
  if (is_on_table)
    return kind + " " + sql::identifier(object.member) + " on " + text(object.parent);
  return kind + " " + sql::address(object);
}

std::string describe(const Column& column) {
  return sql::column_definition(column, sql::Keywords::small);
}

ObjectName subject(const Change& change) {
  return std::visit(Subject{}, change);
}

std::string describe(const Change& change) {
  return std::visit(Words{}, change);
}

}  // namespace tenon
