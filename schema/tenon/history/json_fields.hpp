// The names that models, declarations and changes have in JSON.
#pragma once

#include <tenon/diff/change.hpp>
#include <tenon/model/declarations.hpp>
#include <tenon/model/kind_names.hpp>

#include <array>
#include <tuple>
#include <type_traits>
#include <utility>

namespace tenon::json {

/// A member and its name in JSON.
template <class Struct, class Member>
struct Field {
  const char* name;
  Member Struct::* member;
};

template <class Struct, class Member>
[[nodiscard]] constexpr Field<Struct, Member> field(const char* name, Member Struct::* member) {
  return {name, member};
}

/// A struct with a list of its fields: `fields(std::type_identity<Struct>)`.
template <class Struct>
concept described = requires { fields(std::type_identity<Struct>{}); };

/// An enum whose enumerators have names: `enumerators(std::type_identity<Enum>)`.
template <class Enum>
concept named_enum = std::is_enum_v<Enum> && requires { enumerators(std::type_identity<Enum>{}); };

/// A variant's alternative that has a name: `kind_of(std::type_identity<Alternative>)`.
template <class Alternative>
concept named_alternative = requires { kind_of(std::type_identity<Alternative>{}); };

}  // namespace tenon::json

// The lists stand in namespace tenon, where the structs are, so that they are found by them.
namespace tenon {

// clang-format off
#define TENON_FIELDS(Struct, ...) \
  constexpr auto fields(std::type_identity<Struct>) { using json::field; using S = Struct; return std::tuple{__VA_ARGS__}; }
#define TENON_KIND(Struct, name) \
  constexpr const char* kind_of(std::type_identity<Struct>) { return name; }
#define TENON_F(name) field(#name, &S::name)

constexpr const auto& enumerators(std::type_identity<ObjectKind>) { return object_kind_names; }
constexpr const auto& enumerators(std::type_identity<PropertyKind>) { return property_kind_names; }
constexpr auto enumerators(std::type_identity<Identity>) {
  return std::array{std::pair{Identity::always, "always"}, std::pair{Identity::by_default, "by default"}};
}
constexpr auto enumerators(std::type_identity<Deferrability>) {
  return std::array{std::pair{Deferrability::not_deferrable, "not deferrable"},
                    std::pair{Deferrability::deferrable, "deferrable"},
                    std::pair{Deferrability::initially_deferred, "initially deferred"}};
}
constexpr auto enumerators(std::type_identity<ReferentialAction>) {
  return std::array{std::pair{ReferentialAction::no_action, "no action"},
                    std::pair{ReferentialAction::restrict, "restrict"},
                    std::pair{ReferentialAction::cascade, "cascade"},
                    std::pair{ReferentialAction::set_null, "set null"},
                    std::pair{ReferentialAction::set_default, "set default"}};
}

TENON_FIELDS(QualifiedName, TENON_F(schema), TENON_F(name))
TENON_FIELDS(ObjectName, TENON_F(kind), TENON_F(parent), TENON_F(member))
TENON_FIELDS(Uses, TENON_F(objects))
TENON_FIELDS(Property, TENON_F(kind), TENON_F(key), TENON_F(value))
TENON_FIELDS(Schema, TENON_F(name), TENON_F(comment), TENON_F(properties))
TENON_FIELDS(EnumType, TENON_F(name), TENON_F(labels), TENON_F(comment), TENON_F(properties))
TENON_FIELDS(Column, TENON_F(name), TENON_F(type), TENON_F(collation), TENON_F(not_null),
             field("default", &S::default_value), TENON_F(generated), TENON_F(is_virtual), TENON_F(identity),
             TENON_F(identity_options), TENON_F(is_inherited), TENON_F(comment), TENON_F(uses), TENON_F(default_uses))
TENON_FIELDS(PrimaryKey, TENON_F(columns), TENON_F(include))
TENON_FIELDS(UniqueConstraint, TENON_F(columns), TENON_F(include), TENON_F(nulls_not_distinct))
TENON_FIELDS(ForeignKey, TENON_F(columns), TENON_F(referenced_table), TENON_F(referenced_columns),
             TENON_F(match_full), TENON_F(on_delete), TENON_F(on_update), TENON_F(on_delete_columns))
TENON_FIELDS(CheckConstraint, TENON_F(expression), TENON_F(no_inherit))
TENON_FIELDS(IndexElement, TENON_F(target), TENON_F(is_expression), TENON_F(collation),
             TENON_F(operator_class), TENON_F(descending), TENON_F(nulls_first))
TENON_FIELDS(ExclusionElement, TENON_F(element), TENON_F(with))
TENON_FIELDS(ExclusionConstraint, TENON_F(method), TENON_F(elements), TENON_F(include), TENON_F(predicate))
TENON_KIND(PrimaryKey, "primary key")
TENON_KIND(UniqueConstraint, "unique")
TENON_KIND(ForeignKey, "foreign key")
TENON_KIND(CheckConstraint, "check")
TENON_KIND(ExclusionConstraint, "exclusion")
TENON_FIELDS(Constraint, TENON_F(name), TENON_F(definition), TENON_F(deferrability), TENON_F(not_valid),
             TENON_F(not_enforced), TENON_F(is_temporal), TENON_F(is_inherited), TENON_F(is_partitioned), TENON_F(storage_parameters),
             TENON_F(comment), TENON_F(uses))
TENON_FIELDS(Index, TENON_F(name), TENON_F(method), TENON_F(unique), TENON_F(is_partitioned),
             TENON_F(nulls_not_distinct), TENON_F(elements), TENON_F(include), TENON_F(predicate), TENON_F(storage_parameters), TENON_F(comment),
             TENON_F(uses))
TENON_FIELDS(Table, TENON_F(name), TENON_F(columns), TENON_F(constraints), TENON_F(indexes), TENON_F(properties),
             TENON_F(comment))
TENON_FIELDS(Definition, TENON_F(name), TENON_F(statement), TENON_F(shape), TENON_F(properties), TENON_F(comment),
             TENON_F(uses))
TENON_FIELDS(Model, TENON_F(schemas), TENON_F(enums), TENON_F(tables), TENON_F(definitions))

TENON_FIELDS(SourceLocation, TENON_F(file), TENON_F(line), TENON_F(column))
TENON_FIELDS(Origin, TENON_F(location), TENON_F(cpp_name))
TENON_FIELDS(Rename, TENON_F(object), TENON_F(label), TENON_F(old_name))
TENON_FIELDS(Intents, TENON_F(renames), TENON_F(conversions), TENON_F(acknowledged_drops))
TENON_FIELDS(EnumeratorLabel, TENON_F(enumerator), TENON_F(label))
TENON_FIELDS(Declarations, TENON_F(headers), TENON_F(model), TENON_F(intents), TENON_F(enumerators), TENON_F(origins), TENON_F(printed_by))

TENON_FIELDS(CreateSchema, TENON_F(schema)) TENON_KIND(CreateSchema, "create schema")
TENON_FIELDS(DropSchema, TENON_F(schema)) TENON_KIND(DropSchema, "drop schema")
TENON_FIELDS(CreateEnum, TENON_F(type)) TENON_KIND(CreateEnum, "create enum")
TENON_FIELDS(DropEnum, TENON_F(type)) TENON_KIND(DropEnum, "drop enum")
TENON_FIELDS(RenameEnum, TENON_F(from), TENON_F(to)) TENON_KIND(RenameEnum, "rename enum")
TENON_FIELDS(AddEnumLabel, TENON_F(type), TENON_F(label), TENON_F(before)) TENON_KIND(AddEnumLabel, "add enum label")
TENON_FIELDS(RenameEnumLabel, TENON_F(type), TENON_F(from), TENON_F(to)) TENON_KIND(RenameEnumLabel, "rename enum label")
TENON_FIELDS(ReplaceEnumLabels, TENON_F(type), TENON_F(from), TENON_F(to)) TENON_KIND(ReplaceEnumLabels, "replace enum labels")
TENON_FIELDS(CreateTable, TENON_F(table)) TENON_KIND(CreateTable, "create table")
TENON_FIELDS(DropTable, TENON_F(table)) TENON_KIND(DropTable, "drop table")
TENON_FIELDS(RenameTable, TENON_F(from), TENON_F(to)) TENON_KIND(RenameTable, "rename table")
TENON_FIELDS(AddColumn, TENON_F(table), TENON_F(column)) TENON_KIND(AddColumn, "add column")
TENON_FIELDS(DropColumn, TENON_F(table), TENON_F(column), TENON_F(only_here)) TENON_KIND(DropColumn, "drop column")
TENON_FIELDS(RenameColumn, TENON_F(table), TENON_F(from), TENON_F(to)) TENON_KIND(RenameColumn, "rename column")
TENON_FIELDS(AlterColumnType, TENON_F(table), TENON_F(column), TENON_F(from_type), TENON_F(to_type),
             TENON_F(from_collation), TENON_F(to_collation), TENON_F(conversion), TENON_F(has_no_values)) TENON_KIND(AlterColumnType, "alter column type")
TENON_FIELDS(AlterColumnNotNull, TENON_F(table), TENON_F(column), TENON_F(not_null)) TENON_KIND(AlterColumnNotNull, "alter column not null")
TENON_FIELDS(AlterColumnDefault, TENON_F(table), TENON_F(column), TENON_F(from), TENON_F(to)) TENON_KIND(AlterColumnDefault, "alter column default")
TENON_FIELDS(AlterColumnIdentity, TENON_F(table), TENON_F(column), TENON_F(from), TENON_F(to), TENON_F(from_options),
             TENON_F(to_options)) TENON_KIND(AlterColumnIdentity, "alter column identity")
TENON_FIELDS(AlterColumnGenerated, TENON_F(table), TENON_F(from), TENON_F(to)) TENON_KIND(AlterColumnGenerated, "alter column generated")
TENON_FIELDS(AddConstraint, TENON_F(table), TENON_F(constraint)) TENON_KIND(AddConstraint, "add constraint")
TENON_FIELDS(DropConstraint, TENON_F(table), TENON_F(constraint)) TENON_KIND(DropConstraint, "drop constraint")
TENON_FIELDS(RenameConstraint, TENON_F(table), TENON_F(from), TENON_F(to)) TENON_KIND(RenameConstraint, "rename constraint")
TENON_FIELDS(ValidateConstraint, TENON_F(table), TENON_F(constraint)) TENON_KIND(ValidateConstraint, "validate constraint")
TENON_FIELDS(AlterConstraintDeferrability, TENON_F(table), TENON_F(constraint), TENON_F(from), TENON_F(to))
TENON_KIND(AlterConstraintDeferrability, "alter constraint deferrability")
TENON_FIELDS(CreateIndex, TENON_F(table), TENON_F(index), TENON_F(concurrently)) TENON_KIND(CreateIndex, "create index")
TENON_FIELDS(DropIndex, TENON_F(table), TENON_F(index), TENON_F(concurrently)) TENON_KIND(DropIndex, "drop index")
TENON_FIELDS(RenameIndex, TENON_F(table), TENON_F(from), TENON_F(to)) TENON_KIND(RenameIndex, "rename index")
TENON_FIELDS(CreateDefinition, TENON_F(definition)) TENON_KIND(CreateDefinition, "create definition")
TENON_FIELDS(DropDefinition, TENON_F(definition)) TENON_KIND(DropDefinition, "drop definition")
TENON_FIELDS(ReplaceDefinition, TENON_F(from), TENON_F(to)) TENON_KIND(ReplaceDefinition, "replace definition")
TENON_FIELDS(AlterProperty, TENON_F(object), TENON_F(kind), TENON_F(key), TENON_F(from), TENON_F(to))
TENON_KIND(AlterProperty, "alter property")
TENON_FIELDS(SetComment, TENON_F(object), TENON_F(from), TENON_F(to)) TENON_KIND(SetComment, "set comment")

#undef TENON_F
#undef TENON_KIND
#undef TENON_FIELDS
// clang-format on

}  // namespace tenon
