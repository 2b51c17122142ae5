// What SQL files declare beside the structs.
#pragma once

#include "declared/declared_sql.hpp"
#include "sql_files/sql_file.hpp"

#include <tenon/model/declarations.hpp>

#include <vector>

namespace tenon::sql_files {

/// Adds to `declared` what `files` and `said` create and what they say of the structs' tables, as a
/// PostgreSQL server understands it: the files that come first, the structs' own tables, their
/// partitions and views, the other files, and triggers, policies and privileges run in a scratch
/// database, and what is in its catalog is compared before and after. So SQL of any kind can stand
/// in the files, and dependencies are PostgreSQL's own. Without either, no server is needed.
///
/// Objects of the files have their place in the origins: the statement that names them first.
/// @param said what annotations say, which has its places already.
/// @throws SqlFileError where a statement is refused, the structs cannot be created, or the files
///   take away or replace what the structs say; ViewError; testing::ServerError; ConnectionError
void add_sql_files(Declarations& declared, const std::vector<SqlFile>& files,
                   const DeclaredSql& said);

}  // namespace tenon::sql_files
