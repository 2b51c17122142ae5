// What SQL files declare beside the structs.
#pragma once

#include "sql_files/sql_file.hpp"

#include <tenon/model/declarations.hpp>

#include <vector>

namespace tenon::sql_files {

/// Adds to `declared` what `files` create and what they say of the structs' tables, as a PostgreSQL
/// server understands it: the files that come first, the structs' own tables and the other files
/// run in a scratch database, and what is in its catalog is compared before and after. So SQL of
/// any kind can stand in the files, and dependencies are PostgreSQL's own.
///
/// Objects of the files have their place in the origins: the statement that names them first.
/// @throws SqlFileError where a statement is refused, the structs cannot be created, or the files
///   take away or replace what the structs say; testing::ServerError; ConnectionError
void add_sql_files(Declarations& declared, const std::vector<SqlFile>& files);

}  // namespace tenon::sql_files
