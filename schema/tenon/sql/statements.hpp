// The statements of each kind of change; render() puts them together.
#pragma once

#include <tenon/plan/plan.hpp>

#include <string>
#include <vector>

namespace tenon::sql {

using Statements = std::vector<std::string>;

[[nodiscard]] Statements statements(const CreateSchema& change);
[[nodiscard]] Statements statements(const DropSchema& change);

[[nodiscard]] Statements statements(const CreateEnum& change);
[[nodiscard]] Statements statements(const DropEnum& change);
[[nodiscard]] Statements statements(const RenameEnum& change);
[[nodiscard]] Statements statements(const AddEnumLabel& change);
[[nodiscard]] Statements statements(const RenameEnumLabel& change);
/// For a type that no column has; with columns, the plan takes it apart.
[[nodiscard]] Statements statements(const ReplaceEnumLabels& change);

[[nodiscard]] Statements statements(const CreateTable& change);
[[nodiscard]] Statements statements(const DropTable& change);
[[nodiscard]] Statements statements(const RenameTable& change);

[[nodiscard]] Statements statements(const AddColumn& change);
[[nodiscard]] Statements statements(const DropColumn& change);
[[nodiscard]] Statements statements(const RenameColumn& change);
[[nodiscard]] Statements statements(const AlterColumnType& change);
[[nodiscard]] Statements statements(const AlterColumnNotNull& change);
[[nodiscard]] Statements statements(const AlterColumnDefault& change);
[[nodiscard]] Statements statements(const AlterColumnIdentity& change);
[[nodiscard]] Statements statements(const AlterColumnGenerated& change);

[[nodiscard]] Statements statements(const AddConstraint& change);
[[nodiscard]] Statements statements(const DropConstraint& change);
[[nodiscard]] Statements statements(const RenameConstraint& change);
[[nodiscard]] Statements statements(const ValidateConstraint& change);
[[nodiscard]] Statements statements(const AlterConstraintDeferrability& change);

[[nodiscard]] Statements statements(const CreateIndex& change);
[[nodiscard]] Statements statements(const DropIndex& change);
[[nodiscard]] Statements statements(const RenameIndex& change);

[[nodiscard]] Statements statements(const CreateDefinition& change);
[[nodiscard]] Statements statements(const DropDefinition& change);
[[nodiscard]] Statements statements(const ReplaceDefinition& change);

[[nodiscard]] Statements statements(const AlterProperty& change);

[[nodiscard]] Statements statements(const SetComment& change);

[[nodiscard]] Statements statements(const Backfill& step);
[[nodiscard]] Statements statements(const RequireLabelsUnused& step);
[[nodiscard]] Statements statements(const RenameAside& step);

/// Adds COMMENT ON for what was created with a comment.
void append_comment(Statements& statements, const ObjectName& object,
                    const std::optional<std::string>& comment);

/// Adds the statements that say `properties` of what was created without them.
void append_properties(Statements& statements, const ObjectName& object,
                       const std::vector<Property>& properties);

/// `ALTER TABLE name action;`
[[nodiscard]] std::string alter_table(const QualifiedName& table, const std::string& action);

}  // namespace tenon::sql
