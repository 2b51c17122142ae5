// The files of a new project that are no schema. Their texts are in scaffold/.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tenon::cli {

/// What the texts speak of.
struct NewProject {
  /// A C++ identifier; the library of the schema is `<name>_schema`.
  std::string name;
  /// Relative to the project, as all paths here are.
  std::vector<std::string> headers{};
  std::vector<std::string> sql_files{};
  /// The id of the first migration; nothing when the schema is empty.
  std::optional<std::string> first_migration{};
  /// It makes what databases had before.
  bool is_baseline = false;
  /// Which continuous integration the project has files for.
  bool has_github = false;
  bool has_gitlab = false;
  /// The number of the decision record, as its file begins.
  std::string decision_number = "0001";
};

/// The name of the library that the structs become.
[[nodiscard]] std::string library_of(const NewProject& project);

/// Whether `name` can be that of a project, as tenon_add_schema() asks for it.
[[nodiscard]] bool is_project_name(std::string_view name);

/// A project name made of `text`: of the name of a folder.
[[nodiscard]] std::string project_name_from(std::string_view text);

/// The number for the decision record among those in `folder`: that of the record itself when it is
/// there, else the one behind the highest.
[[nodiscard]] std::string decision_number_in(const std::filesystem::path& folder);

/// Where decision records are.
inline constexpr const char* decisions_folder = "docs/decisions";

struct ProjectFile {
  std::filesystem::path path;
  std::string text;
  bool is_program = false;
};

/// All of them but for what other functions here give: with these the project builds and tests at
/// once, is checked by CI and before commits, and says how its schema is changed and why so.
[[nodiscard]] std::vector<ProjectFile> project_files(const NewProject& project);

/// What version control leaves out.
[[nodiscard]] ProjectFile gitignore_file();

/// The rules that people and programs must see, as a section between markers.
[[nodiscard]] std::string rules_section_text(const NewProject& project);

/// A header with the namespace `space` and one table, for a new schema.
[[nodiscard]] std::string first_struct_text(const NewProject& project, const std::string& space);

/// A header with the namespace `space` and nothing in it, for a schema that has no structs yet.
[[nodiscard]] std::string empty_header_text(const std::string& space);

}  // namespace tenon::cli
