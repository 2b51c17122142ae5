// Files of SQL statements, and running them in a scratch database.
#pragma once

#include "declared/sql_statement.hpp"

#include <tenon/model/declarations.hpp>

#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

namespace tenon {
class Connection;
}
namespace tenon::testing {
class ScratchServer;
}

namespace tenon::sql_files {

/// A file that cannot be read, is no SQL, or has a statement that PostgreSQL refuses.
struct SqlFileError : std::runtime_error {
  SqlFileError(SourceLocation place, const std::string& what_is_wrong)
      : std::runtime_error{what_is_wrong}, location{std::move(place)} {}

  /// Line 0 when it is the whole file.
  SourceLocation location;
};

/// A struct that is a view has other members than its query has columns.
struct ViewError : SqlFileError {
  using SqlFileError::SqlFileError;
};

/// `file:line` for messages; `file` alone when it is the whole file.
[[nodiscard]] std::string to_string(const SourceLocation& location);

/// The first line of a file whose statements run before the tables of the structs are created.
inline constexpr const char* before_structs = "-- tenon:before structs";

struct SqlFile {
  /// Empty for statements that annotations say.
  std::filesystem::path path;
  /// It begins with the line `before_structs`.
  bool comes_first = false;
  std::vector<SqlStatement> statements;
};

/// The statements of `text`, which begins in `first_line` of the file `path`.
/// @throws SqlFileError when it is no SQL, a command of psql too.
[[nodiscard]] std::vector<SqlStatement> statements_of(const std::string& text,
                                                      const std::filesystem::path& path,
                                                      unsigned first_line = 1);

/// @throws SqlFileError
[[nodiscard]] SqlFile read_sql_file(const std::filesystem::path& path);

/// Runs the statements one by one, outside of a transaction, with `script_settings` at first. Roles
/// that they name are made when `server` is Tenon's own.
/// @param open a database of `server`.
/// @throws SqlFileError at the statement that PostgreSQL refuses; ConnectionError
void run(const SqlFile& file, Connection& open, const testing::ScratchServer& server);

}  // namespace tenon::sql_files
