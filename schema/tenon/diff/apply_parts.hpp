// The parts of apply(), one function a change, and what they share.
#pragma once

#include <tenon/diff/change.hpp>
#include <tenon/model/lookup.hpp>

#include <string>
#include <vector>

namespace tenon::fold {

/// The table, type, column … with that name.
/// @throws ApplyError when there is none.
[[nodiscard]] Table& table_of(Model& model, const QualifiedName& name);
[[nodiscard]] EnumType& enum_of(Model& model, const QualifiedName& name);
[[nodiscard]] Column& column_of(Table& table, const std::string& name);
[[nodiscard]] Constraint& constraint_of(Table& table, const std::string& name);
[[nodiscard]] Index& index_of(Table& table, const std::string& name);
[[nodiscard]] Definition& definition_of(Model& model, const ObjectName& name);
/// `public` is there even if the Model has not said anything of it.
[[nodiscard]] Schema& schema_of(Model& model, const ObjectName& name);

/// @throws ApplyError when the schema is neither `public` nor in the Model.
void require_schema(const Model& model, const std::string& name);

/// @throws ApplyError that says "cannot WHAT OBJECT: REASON".
[[noreturn]] void fail(const std::string& what, const ObjectName& object,
                       const std::string& reason);

/// @throws ApplyError when one of `objects` is called `name`.
template <class Object, class Name>
void require_new(const std::vector<Object>& objects, const Name& name, const ObjectName& object) {
  if (find(objects, name)) fail("create", object, "it is already there");
}

/// Takes out `object`, which is one of `objects`.
template <class Object>
void erase(std::vector<Object>& objects, const Object& object) {
  objects.erase(objects.begin() + (&object - objects.data()));
}

void apply(Model& model, const CreateSchema& change);
void apply(Model& model, const DropSchema& change);
void apply(Model& model, const CreateTable& change);
void apply(Model& model, const DropTable& change);
void apply(Model& model, const SetComment& change);

void apply(Model& model, const CreateEnum& change);
void apply(Model& model, const DropEnum& change);
void apply(Model& model, const AddEnumLabel& change);
void apply(Model& model, const RenameEnumLabel& change);
void apply(Model& model, const ReplaceEnumLabels& change);

void apply(Model& model, const RenameEnum& change);
void apply(Model& model, const RenameTable& change);
void apply(Model& model, const RenameColumn& change);

void apply(Model& model, const AddColumn& change);
void apply(Model& model, const DropColumn& change);
void apply(Model& model, const AlterColumnType& change);
void apply(Model& model, const AlterColumnNotNull& change);
void apply(Model& model, const AlterColumnDefault& change);
void apply(Model& model, const AlterColumnIdentity& change);
void apply(Model& model, const AlterColumnGenerated& change);

void apply(Model& model, const AddConstraint& change);
void apply(Model& model, const DropConstraint& change);
void apply(Model& model, const RenameConstraint& change);
void apply(Model& model, const ValidateConstraint& change);
void apply(Model& model, const AlterConstraintDeferrability& change);
void apply(Model& model, const CreateIndex& change);
void apply(Model& model, const DropIndex& change);
void apply(Model& model, const RenameIndex& change);

void apply(Model& model, const CreateDefinition& change);
void apply(Model& model, const DropDefinition& change);
void apply(Model& model, const ReplaceDefinition& change);
void apply(Model& model, const AlterProperty& change);

}  // namespace tenon::fold
