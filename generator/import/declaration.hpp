// What the steps of declaring share.
#pragma once

#include "declared/declared.hpp"
#include "import/choices.hpp"
#include "import/cpp_names.hpp"
#include "import/includes.hpp"

#include <tenon/model/lookup.hpp>

#include <unordered_map>

namespace tenon::importing {

struct Declaration {
  const Model& model;
  const CppNames& names;
  const Choices& choices;
  const Includes& includes;
  Places& places;
  /// The tables and enum types that are declared.
  std::unordered_map<QualifiedName, const Table*, QualifiedNameHash> tables;
  std::unordered_map<QualifiedName, const EnumType*, QualifiedNameHash> enums;
  /// The tables of the schema that is being declared whose structs are complete.
  QualifiedNameSet complete;

  [[nodiscard]] SourceLocation place_of(const ObjectName& object) {
    SourceLocation place;
    place.line = places.add(object);
    return place;
  }
};

/// The columns of `table` as members of `declared`.
void declare_columns(const Table& table, generator::DeclaredStruct& declared,
                     Declaration& declaration);

/// What can be said of `table` as a whole.
void declare_properties(const Table& table, generator::DeclaredStruct& declared,
                        Declaration& declaration);

/// The constraints and indexes of `table`: on its members where they are of one column, otherwise
/// as statements.
void declare_keys(const Table& table, generator::DeclaredStruct& declared,
                  Declaration& declaration);

/// Likewise, its foreign keys.
void declare_foreign_keys(const Table& table, generator::DeclaredStruct& declared,
                          Declaration& declaration);

/// Says the annotation on the member of the column.
void say_on_member(generator::Annotation annotation, const Table& table, const std::string& column,
                   generator::DeclaredStruct& declared, const Declaration& declaration);

/// The columns of a table as arguments: `&User::email, &User::name`.
[[nodiscard]] std::vector<generator::Argument> member_arguments(
    const QualifiedName& table, const std::vector<std::string>& columns,
    const Declaration& declaration);

/// Adds deferrable or initially_deferred, and the name where it is to be said.
void add_constraint_words(const Table& table, const Constraint& constraint,
                          generator::Annotation& annotation, const Declaration& declaration);

}  // namespace tenon::importing
