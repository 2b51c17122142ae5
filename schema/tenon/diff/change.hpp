// A Change is one difference between two Models, with both sides in it.
//
// A list of them leads from one Model to another: apply() folds it, the plan orders it, the SQL
// renders it, and changes.json keeps it.
#pragma once

#include <tenon/model/model.hpp>

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace tenon {

struct CreateSchema {
  Schema schema;
};
struct DropSchema {
  Schema schema;
};

struct CreateEnum {
  EnumType type;
};
struct DropEnum {
  EnumType type;
};
/// Another name, another schema, or both.
struct RenameEnum {
  QualifiedName from;
  QualifiedName to;
};
struct AddEnumLabel {
  QualifiedName type;
  std::string label;
  /// The existing label that the new one precedes; empty for one at the end.
  std::optional<std::string> before;
};
struct RenameEnumLabel {
  QualifiedName type;
  std::string from;
  std::string to;
};
/// Labels removed or reordered: PostgreSQL has no ALTER for it, so the type is rebuilt.
struct ReplaceEnumLabels {
  QualifiedName type;
  std::vector<std::string> from;
  std::vector<std::string> to;
};

/// The table with its columns, constraints, indexes and comments.
struct CreateTable {
  Table table;
};
struct DropTable {
  Table table;
};
/// Another name, another schema, or both.
struct RenameTable {
  QualifiedName from;
  QualifiedName to;
};

struct AddColumn {
  QualifiedName table;
  Column column;
};
struct DropColumn {
  QualifiedName table;
  Column column;
  /// Tables that inherit the column keep it as their own.
  bool only_here = false;
};
struct RenameColumn {
  QualifiedName table;
  std::string from;
  std::string to;
};
/// Another type, another collation, or both.
struct AlterColumnType {
  QualifiedName table;
  std::string column;
  std::string from_type;
  std::string to_type;
  std::optional<std::string> from_collation;
  std::optional<std::string> to_collation;
  /// SQL expression that converts a row's old value; empty for a plain cast.
  std::optional<std::string> conversion;
  /// Of a foreign table: there are no values to convert here.
  bool has_no_values = false;
};
struct AlterColumnNotNull {
  QualifiedName table;
  std::string column;
  /// The new state: true is NOT NULL.
  bool not_null = false;
};
struct AlterColumnDefault {
  QualifiedName table;
  std::string column;
  std::optional<std::string> from;
  std::optional<std::string> to;
};
struct AlterColumnIdentity {
  QualifiedName table;
  std::string column;
  std::optional<Identity> from;
  std::optional<Identity> to;
  std::optional<std::string> from_options{};
  std::optional<std::string> to_options{};
};
/// A generated column's expression changed, or a column became generated or stopped being it.
struct AlterColumnGenerated {
  QualifiedName table;
  Column from;
  Column to;
};

struct AddConstraint {
  QualifiedName table;
  Constraint constraint;
};
struct DropConstraint {
  QualifiedName table;
  Constraint constraint;
};
struct RenameConstraint {
  QualifiedName table;
  std::string from;
  std::string to;
};
/// A constraint that was NOT VALID is checked against the rows that there are.
struct ValidateConstraint {
  QualifiedName table;
  std::string constraint;
};
/// A foreign key that is deferrable at another time; PostgreSQL can ALTER only this of a
/// constraint.
struct AlterConstraintDeferrability {
  QualifiedName table;
  std::string constraint;
  Deferrability from = Deferrability::not_deferrable;
  Deferrability to = Deferrability::not_deferrable;
};

struct CreateIndex {
  QualifiedName table;
  Index index;
  /// How it is made, not what the schema is: without blocking writes, outside a transaction.
  bool concurrently = false;
};
struct DropIndex {
  QualifiedName table;
  Index index;
  /// As for its creation.
  bool concurrently = false;
};
struct RenameIndex {
  QualifiedName table;
  std::string from;
  std::string to;
};

struct CreateDefinition {
  Definition definition;
};
struct DropDefinition {
  Definition definition;
};
/// Another statement or shape; of the properties and the comment, other changes tell.
struct ReplaceDefinition {
  Definition from;
  Definition to;
};

/// A property said, taken back, or said otherwise.
struct AlterProperty {
  ObjectName object;
  PropertyKind kind = PropertyKind::storage_parameter;
  std::string key;
  std::optional<std::string> from;
  std::optional<std::string> to;
};

struct SetComment {
  ObjectName object;
  std::optional<std::string> from;
  std::optional<std::string> to;
};

using Change =
    std::variant<CreateSchema, DropSchema, CreateEnum, DropEnum, RenameEnum, AddEnumLabel,
                 RenameEnumLabel, ReplaceEnumLabels, CreateTable, DropTable, RenameTable, AddColumn,
                 DropColumn, RenameColumn, AlterColumnType, AlterColumnNotNull, AlterColumnDefault,
                 AlterColumnIdentity, AlterColumnGenerated, AddConstraint, DropConstraint,
                 RenameConstraint, ValidateConstraint, AlterConstraintDeferrability, CreateIndex,
                 DropIndex, RenameIndex, CreateDefinition, DropDefinition, ReplaceDefinition,
                 AlterProperty, SetComment>;

using Changes = std::vector<Change>;

}  // namespace tenon
