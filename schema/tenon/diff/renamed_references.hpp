// Where a Model names tables, columns and types beside the parts of tables: what objects are called
// by, what they use, their statements and their properties.
#pragma once

#include <tenon/model/model.hpp>

#include <string>

namespace tenon::fold {

/// Names the table `from`, and what is a part of it, by its new name.
void rename_table_references(Model& model, const QualifiedName& from, const QualifiedName& to);

/// Names the column `from` of `table` by its new name.
void rename_column_references(Model& model, const QualifiedName& table, const std::string& from,
                              const std::string& to);

/// What a routine, an operator, a cast or a transform that takes the type `from` is called by once
/// that has its new name; other objects have no type in their names.
[[nodiscard]] ObjectName with_type_renamed_in_name(ObjectName object, const QualifiedName& from,
                                                   const QualifiedName& to);

/// Names the type `from` by its new name, routines that take it included.
void rename_type_references(Model& model, const QualifiedName& from, const QualifiedName& to);

}  // namespace tenon::fold
