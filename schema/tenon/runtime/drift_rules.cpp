// The table, and which of its lines a change is.
#include <tenon/runtime/drift_rules.hpp>

#include <algorithm>
#include <stdexcept>
#include <string>
#include <variant>

namespace tenon {
namespace {

constexpr std::array rules{
    DriftRule{"schema-missing", Severity::blocking, "a PostgreSQL schema is not there"},
    DriftRule{"table-missing", Severity::blocking, "a table is not there"},
    DriftRule{"table-name", Severity::blocking, "a table has another name"},
    DriftRule{"column-missing", Severity::blocking, "a column is not there"},
    DriftRule{"column-name", Severity::blocking, "a column has another name"},
    DriftRule{"column-type", Severity::blocking, "a column has another type or collation"},
    DriftRule{"column-filled-otherwise", Severity::blocking,
              "a column is an identity or generated on one side alone, or not in the same way"},
    DriftRule{"column-refuses-null", Severity::blocking,
              "a column is NOT NULL where the code may write NULL"},
    DriftRule{"column-unexpected-not-null", Severity::blocking,
              "a column that the code does not know is NOT NULL and has no default, so that "
              "inserts fail"},
    DriftRule{"type-missing", Severity::blocking,
              "an enum, domain, composite or range type is not there"},
    DriftRule{"type-name", Severity::blocking, "a type has another name"},
    DriftRule{"type-different", Severity::blocking, "a composite or range type has other parts"},
    DriftRule{"object-missing", Severity::blocking,
              "a view, function, procedure, sequence, extension or operator is not there"},
    DriftRule{"object-shape", Severity::blocking,
              "a view has other columns, or a function other arguments or another result"},
    DriftRule{"column-allows-null", Severity::integrity,
              "a column allows NULL where the code expects none"},
    DriftRule{"column-default", Severity::integrity, "a column has another default, or none"},
    DriftRule{"enum-labels", Severity::integrity,
              "an enum type has other labels, or in another order"},
    DriftRule{"constraint-missing", Severity::integrity,
              "a primary key, unique, foreign key, check or exclusion constraint is not there"},
    DriftRule{"constraint-unexpected", Severity::integrity,
              "a constraint is there that nobody declared: writes may fail"},
    DriftRule{"constraint-different", Severity::integrity,
              "a constraint is checked at another time, or was never checked on old rows"},
    DriftRule{"unique-index-missing", Severity::integrity, "a unique index is not there"},
    DriftRule{"unique-index-unexpected", Severity::integrity,
              "a unique index is there that nobody declared: writes may fail"},
    DriftRule{"domain-rule", Severity::integrity,
              "a domain has another default, check or NOT NULL"},
    DriftRule{"definition-different", Severity::integrity,
              "a view, function, sequence or other object does something else"},
    DriftRule{
        "trigger", Severity::integrity,
        "a trigger, rule or event trigger is missing, unexpected, different or does not fire"},
    DriftRule{"policy", Severity::integrity,
              "a row security policy is missing, unexpected or different, or row security is on or "
              "off"},
    DriftRule{"privilege", Severity::integrity, "a role has other privileges"},
    DriftRule{"table-structure", Severity::integrity,
              "a table has other partitions or parents, or is unlogged on one side alone"},
    DriftRule{"replication", Severity::integrity,
              "a publication or a replica identity is missing, unexpected or different"},
    DriftRule{"unmodelled", Severity::integrity,
              "something that Tenon has no words for is on one side alone"},
    DriftRule{"table-unexpected", Severity::cosmetic,
              "a table is there that the code does not know"},
    DriftRule{"column-unexpected", Severity::cosmetic,
              "a column is there that the code does not know and need not write"},
    DriftRule{
        "object-unexpected", Severity::cosmetic,
        "a schema, type, view, function or other object is there that the code does not know"},
    DriftRule{"index-missing", Severity::cosmetic, "an index is not there"},
    DriftRule{"index-unexpected", Severity::cosmetic, "an index is there that nobody declared"},
    DriftRule{"name", Severity::cosmetic, "a constraint or index has another name"},
    DriftRule{"comment", Severity::cosmetic, "a comment says something else"},
    DriftRule{"storage", Severity::cosmetic,
              "a storage parameter, tablespace, access method, statistics target, owner or version "
              "is another one"},
    DriftRule{"extension-unexpected", Severity::cosmetic,
              "an extension is there that the code does not use", false},
    DriftRule{
        "column-order", Severity::cosmetic,
        "the columns of a table come in another order, which nothing can tell that names them",
        false},
};

bool is_type(ObjectKind kind) {
  switch (kind) {
    case ObjectKind::enum_type:
    case ObjectKind::domain:
    case ObjectKind::composite_type:
    case ObjectKind::range_type:
      return true;
    default:
      return false;
  }
}

/// Objects that say what happens to rows, whether they are missing, unexpected or different.
std::string_view rule_of_kind(ObjectKind kind) {
  switch (kind) {
    case ObjectKind::trigger:
    case ObjectKind::event_trigger:
    case ObjectKind::rule:
      return "trigger";
    case ObjectKind::policy:
      return "policy";
    case ObjectKind::default_privileges:
      return "privilege";
    case ObjectKind::publication:
      return "replication";
    case ObjectKind::statistics:
      return "storage";
    default:
      return {};
  }
}

std::string_view rule_of_property(PropertyKind kind, ObjectKind object) {
  switch (kind) {
    case PropertyKind::attribute:
      return "type-different";
    case PropertyKind::column_default:
      return "column-default";
    case PropertyKind::comment:
      return "comment";
    case PropertyKind::domain_check:
    case PropertyKind::domain_default:
    case PropertyKind::domain_not_null:
      return "domain-rule";
    case PropertyKind::firing:
    case PropertyKind::partition_trigger:
      return "trigger";
    case PropertyKind::forced_row_security:
    case PropertyKind::policy_check:
    case PropertyKind::policy_roles:
    case PropertyKind::policy_using:
    case PropertyKind::row_security:
      return "policy";
    case PropertyKind::column_foreign_option:
    case PropertyKind::foreign_option:
    case PropertyKind::foreign_server:
    case PropertyKind::owned_by:
    case PropertyKind::sequence_options:
    case PropertyKind::text_search_mapping:
      return "definition-different";
    case PropertyKind::inherits:
    case PropertyKind::of_type:
    case PropertyKind::partition_key:
    case PropertyKind::partition_of:
    case PropertyKind::unlogged:
      return "table-structure";
    case PropertyKind::privileges:
      return "privilege";
    case PropertyKind::publishes:
    case PropertyKind::replica_identity:
      return "replication";
    case PropertyKind::storage_parameter:
      // Of a view: security_barrier, security_invoker and check_option.
      return object == ObjectKind::view ? "definition-different" : "storage";
    case PropertyKind::access_method:
    case PropertyKind::clustered_on:
    case PropertyKind::column_compression:
    case PropertyKind::column_option:
    case PropertyKind::column_statistics:
    case PropertyKind::column_storage:
    case PropertyKind::index_partition:
    case PropertyKind::index_statistics:
    case PropertyKind::index_tablespace:
    case PropertyKind::owner:
    case PropertyKind::statistics_target:
    case PropertyKind::tablespace:
    case PropertyKind::version:
      return "storage";
  }
  return "definition-different";
}

bool needs_a_value(const Column& column) {
  return column.not_null && !column.default_value && !column.identity && !column.generated;
}

struct RuleOf {
  std::string_view operator()(const CreateSchema&) const { return "schema-missing"; }
  std::string_view operator()(const DropSchema&) const { return "object-unexpected"; }
  std::string_view operator()(const CreateEnum&) const { return "type-missing"; }
  std::string_view operator()(const DropEnum&) const { return "object-unexpected"; }
  std::string_view operator()(const RenameEnum&) const { return "type-name"; }
  std::string_view operator()(const AddEnumLabel&) const { return "enum-labels"; }
  std::string_view operator()(const RenameEnumLabel&) const { return "enum-labels"; }
  std::string_view operator()(const ReplaceEnumLabels&) const { return "enum-labels"; }
  std::string_view operator()(const CreateTable&) const { return "table-missing"; }
  std::string_view operator()(const DropTable&) const { return "table-unexpected"; }
  std::string_view operator()(const RenameTable&) const { return "table-name"; }
  std::string_view operator()(const AddColumn&) const { return "column-missing"; }
  std::string_view operator()(const DropColumn& c) const {
    return needs_a_value(c.column) ? "column-unexpected-not-null" : "column-unexpected";
  }
  std::string_view operator()(const RenameColumn&) const { return "column-name"; }
  std::string_view operator()(const AlterColumnType&) const { return "column-type"; }
  std::string_view operator()(const AlterColumnNotNull& c) const {
    return c.not_null ? "column-allows-null" : "column-refuses-null";
  }
  std::string_view operator()(const AlterColumnDefault&) const { return "column-default"; }
  std::string_view operator()(const AlterColumnIdentity& c) const {
    // The numbers that a sequence hands out are nothing that a statement fails of.
    return c.from == c.to ? "column-default" : "column-filled-otherwise";
  }
  std::string_view operator()(const AlterColumnGenerated&) const {
    return "column-filled-otherwise";
  }
  std::string_view operator()(const AddConstraint&) const { return "constraint-missing"; }
  std::string_view operator()(const DropConstraint&) const { return "constraint-unexpected"; }
  std::string_view operator()(const RenameConstraint&) const { return "name"; }
  std::string_view operator()(const ValidateConstraint&) const { return "constraint-different"; }
  std::string_view operator()(const AlterConstraintDeferrability&) const {
    return "constraint-different";
  }
  std::string_view operator()(const CreateIndex& c) const {
    return c.index.unique ? "unique-index-missing" : "index-missing";
  }
  std::string_view operator()(const DropIndex& c) const {
    return c.index.unique ? "unique-index-unexpected" : "index-unexpected";
  }
  std::string_view operator()(const RenameIndex&) const { return "name"; }
  std::string_view operator()(const CreateDefinition& c) const {
    const ObjectKind kind = c.definition.name.kind;
    if (const auto rule = rule_of_kind(kind); !rule.empty()) return rule;
    return is_type(kind) ? "type-missing" : "object-missing";
  }
  std::string_view operator()(const DropDefinition& c) const {
    if (c.definition.name.kind == ObjectKind::extension) return "extension-unexpected";
    const auto rule = rule_of_kind(c.definition.name.kind);
    return rule.empty() ? "object-unexpected" : rule;
  }
  std::string_view operator()(const ReplaceDefinition& c) const {
    const ObjectKind kind = c.to.name.kind;
    if (const auto rule = rule_of_kind(kind); !rule.empty()) return rule;
    if (is_type(kind)) return "type-different";
    return c.from.shape == c.to.shape ? "definition-different" : "object-shape";
  }
  std::string_view operator()(const AlterProperty& c) const {
    return rule_of_property(c.kind, c.object.kind);
  }
  std::string_view operator()(const SetComment&) const { return "comment"; }
};

}  // namespace

const char* name_of(Severity severity) {
  switch (severity) {
    case Severity::cosmetic:
      return "cosmetic";
    case Severity::integrity:
      return "integrity";
    case Severity::blocking:
      return "blocking";
  }
  return "";
}

Severity severity_named(std::string_view name) {
  for (const Severity severity : severities)
    if (name == name_of(severity)) return severity;
  throw std::invalid_argument{"a severity is cosmetic, integrity or blocking, not '" +
                              std::string{name} + "'"};
}

std::span<const DriftRule> drift_rules() {
  return rules;
}

const DriftRule& drift_rule(std::string_view id) {
  const auto* const rule = std::ranges::find(rules, id, &DriftRule::id);
  if (rule == rules.end()) throw std::logic_error{"no rule is called " + std::string{id}};
  return *rule;
}

const DriftRule& drift_rule(const Change& change) {
  return drift_rule(std::visit(RuleOf{}, change));
}

}  // namespace tenon
