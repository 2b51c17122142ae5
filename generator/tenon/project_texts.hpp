// The files of a new project that are no schema.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tenon::cli {

/// What the texts speak of.
struct NewProject {
  /// A C++ identifier; the library of the schema is `<name>_schema`.
  std::string name;
  /// Relative to the project.
  std::vector<std::string> headers;
  std::vector<std::string> sql_files;
  /// The id of the first migration; nothing when the schema is empty.
  std::optional<std::string> baseline;
};

/// The name of the library that the structs become.
[[nodiscard]] std::string library_of(const NewProject& project);

/// Whether `name` can be that of a project, as tenon_add_schema() asks for it.
[[nodiscard]] bool is_project_name(std::string_view name);

/// A project name made of `text`: of the name of a folder.
[[nodiscard]] std::string project_name_from(std::string_view text);

/// CMakeLists.txt: with it the project builds and tests at once.
[[nodiscard]] std::string cmake_text(const NewProject& project);

/// README.md: what the project is, and the next commands.
[[nodiscard]] std::string readme_text(const NewProject& project);

/// A header with the namespace `space` and nothing in it, for a schema that has no structs yet.
[[nodiscard]] std::string empty_header_text(const std::string& space);

}  // namespace tenon::cli
