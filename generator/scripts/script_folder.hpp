// Migrations that people wrote for another tool: which scripts it would run, and in which order.
#pragma once

#include <tenon/model/declarations.hpp>

#include <filesystem>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

namespace tenon::scripts {

enum class Tool { plain_sql, flyway, dbmate, goose, golang_migrate, sqitch, alembic };

/// `Flyway`, for messages.
[[nodiscard]] const char* name_of(Tool tool);

/// Files that cannot be what they are said to be: what() says what is wrong, and what to do.
struct ScriptError : std::runtime_error {
  ScriptError(SourceLocation place, const std::string& what_is_wrong)
      : std::runtime_error{what_is_wrong}, location{std::move(place)} {}

  /// Line 0 when it is the whole file or folder.
  SourceLocation location;
};

/// Nobody said the tool, and the folder does not tell.
struct UnclearTool : ScriptError {
  using ScriptError::ScriptError;
};

struct Script {
  /// `V2__orders.sql`, `orders@v1.0`: as the people of the tool call it.
  std::string name;
  std::filesystem::path path;
  /// Of `sql` in the file.
  unsigned first_line = 1;
  std::string sql;
  /// The tool runs it in one transaction of its own.
  bool in_transaction = false;
};

struct ScriptFolder {
  Tool tool = Tool::plain_sql;
  /// In the order in which the tool runs them in an empty database.
  std::vector<Script> scripts;
  /// Names of files beside them that are no scripts of this kind, such as callbacks.
  std::vector<std::string> not_run;
};

/// Where scripts are, and whose they are when that was said.
struct ScriptPlace {
  std::optional<Tool> tool;
  std::filesystem::path path;
};

/// What `scripts:FOLDER`, `flyway:FOLDER`, `dbmate:FOLDER`, `goose:FOLDER`,
/// `golang-migrate:FOLDER`, `sqitch:FOLDER`, `alembic:FILE-OR-FOLDER` and `sql:FOLDER` say; nothing
/// for any other text.
[[nodiscard]] std::optional<ScriptPlace> script_place(const std::string& source);

/// Reads the scripts. What a tool would refuse is refused: two files of one version, a plan that
/// cannot be read, a file without the tool's marks.
/// @throws UnclearTool, ScriptError
[[nodiscard]] ScriptFolder read_script_folder(const ScriptPlace& place);

}  // namespace tenon::scripts
