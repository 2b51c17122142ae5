// The schema of a new project: its headers, SQL files and first migration, in a staging folder.
#pragma once

#include "project_texts.hpp"
#include "staging.hpp"

#include <tenon/history/migration.hpp>
#include <tenon/model/declarations.hpp>
#include <tenon/model/model.hpp>

#include <filesystem>
#include <string>
#include <vector>

namespace tenon::cli {

/// Where the files of a schema are in a project.
inline constexpr const char* schema_folder = "schema";
inline constexpr const char* migrations_folder = "migrations";

/// Stages the headers and SQL files that `model` becomes, and names them in `project`. A model
/// without tables gets a header for the first one.
/// @throws UsageError when a header would be called like the library.
void stage_import(const Model& model, NewProject& project, const Staging& staging);

/// Stages a header with one table to begin with, and names it in `project`.
void stage_first_struct(NewProject& project, const Staging& staging);

/// What the staged files declare, and the migration that makes it; none where there is nothing.
struct StagedSchema {
  Declarations declared;
  std::vector<Migration> migrations;
};

/// Stages the migration that makes what was staged, and names it in `project`; a folder for
/// migrations where there is nothing to make.
/// @param generator the tenon-generate that reads what was staged, as a build does
/// @param slug      the last part of its name; made from what it makes when it is empty
/// @throws GeneratorError when a build could not read them; std::logic_error when it would find
///   that they and the migration differ.
[[nodiscard]] StagedSchema stage_first_migration(NewProject& project, const std::string& slug,
                                                 const std::filesystem::path& generator,
                                                 const Staging& staging);

}  // namespace tenon::cli
