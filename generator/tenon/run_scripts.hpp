// Running another tool's scripts in a scratch database, as the tool does.
#pragma once

#include "scripts/script_folder.hpp"

#include <set>
#include <string>

namespace tenon::testing {
class ScratchDatabase;
class ScratchServer;
}  // namespace tenon::testing

namespace tenon::cli {

/// Runs the scripts in their order, each in a session of its own. What the tool runs in a
/// transaction does so here, and statement by statement where PostgreSQL asks for that (CREATE
/// INDEX CONCURRENTLY, a label of an enum that is used at once). Roles that the scripts name are
/// made when `server` is Tenon's own.
/// @param database an empty one of `server`
/// @returns the roles that the scripts created: they belong to the server and not to a schema.
/// @throws sql_files::SqlFileError at the statement that PostgreSQL refuses, or where a transaction
///   begins that does not end; ConnectionError
std::set<std::string> run_scripts(const scripts::ScriptFolder& folder,
                                  const testing::ScratchDatabase& database,
                                  const testing::ScratchServer& server);

}  // namespace tenon::cli
