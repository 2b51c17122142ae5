// What a table takes along to another schema.
#pragma once

#include <tenon/model/model.hpp>

namespace tenon::fold {

/// Gives the indexes of the table and the sequences that its columns own the schema that the table
/// goes to, wherever the Model names them: ALTER TABLE SET SCHEMA moves them as well.
/// https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-SET-SCHEMA
///
/// @param from the name of the table, still
void move_along(Model& model, const QualifiedName& from, const std::string& schema);

}  // namespace tenon::fold
