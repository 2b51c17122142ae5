// The texts, with what depends on the schema put in.
#include "project_texts.hpp"

#include "filled_text.hpp"
#include "scaffold_texts.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cctype>
#include <charconv>
#include <system_error>

namespace tenon::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view decision_name = "structs-are-the-schema.md";

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_word(char c) {
  return c == '_' || is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

fs::path decision_path(const NewProject& project) {
  return fs::path{decisions_folder} / fmt::format("{}-{}", project.decision_number, decision_name);
}

std::string sql_argument(const NewProject& project, const std::string& between) {
  if (project.sql_files.empty()) return "";
  return fmt::format("    SQL        {}\n", fmt::join(project.sql_files, between));
}

std::string ci_files(const NewProject& project) {
  std::string lines;
  if (project.has_github)
    lines += "* `.github/workflows/schema.yml`: CI, whose first lines say what to set\n";
  if (project.has_gitlab) lines += "* `.gitlab-ci.yml`: CI, whose first lines say what to set\n";
  return lines;
}

std::string baseline_section(const NewProject& project) {
  if (!project.is_baseline || !project.first_migration) return "";
  return filled(scaffold::baseline_md, {{"migration", *project.first_migration}});
}

std::string filled_for(const NewProject& project, std::string_view text) {
  const std::string between = "\n               ";
  return filled(text, {{"name", project.name},
                       {"library", library_of(project)},
                       {"headers", fmt::format("{}", fmt::join(project.headers, between))},
                       {"sql", sql_argument(project, between)},
                       {"ci_files", ci_files(project)},
                       {"baseline", baseline_section(project)},
                       {"number", project.decision_number},
                       {"decision", decision_path(project).generic_string()}});
}

}  // namespace

std::string library_of(const NewProject& project) {
  return project.name + "_schema";
}

bool is_project_name(std::string_view name) {
  return !name.empty() && !is_digit(name.front()) && std::ranges::all_of(name, is_word);
}

std::string project_name_from(std::string_view text) {
  std::string name;
  for (const char c : text)
    name += is_word(c) ? static_cast<char>(std::tolower(static_cast<unsigned char>(c))) : '_';
  return is_project_name(name) ? name : "app";
}

std::string decision_number_in(const fs::path& folder) {
  unsigned last = 0;
  std::error_code error;
  for (fs::directory_iterator entry{folder, error}, end; !error && entry != end;
       entry.increment(error)) {
    const std::string name = entry->path().filename().string();
    const std::string number{name.begin(), std::ranges::find_if_not(name, is_digit)};
    if (name == fmt::format("{}-{}", number, decision_name)) return number;
    unsigned value = 0;
    std::from_chars(number.data(), number.data() + number.size(), value);
    last = std::max(last, value);
  }
  return fmt::format("{:04}", last + 1);
}

std::vector<ProjectFile> project_files(const NewProject& project) {
  std::vector<ProjectFile> files;
  const auto add = [&](fs::path path, std::string_view text, bool is_program = false) {
    files.push_back({std::move(path), filled_for(project, text), is_program});
  };
  add("CMakeLists.txt", scaffold::cmakelists_txt);
  add("README.md", scaffold::readme_md);
  add("docs/schema-changes.md", scaffold::schema_changes_md);
  add(decision_path(project), scaffold::decision_md);
  add(".githooks/pre-commit", scaffold::pre_commit, true);
  if (project.has_github) add(".github/workflows/schema.yml", scaffold::github_yml);
  if (project.has_gitlab) add(".gitlab-ci.yml", scaffold::gitlab_yml);
  if (project.has_github || project.has_gitlab)
    add("ci/install_tenon.sh", scaffold::install_tenon_sh, true);
  return files;
}

ProjectFile gitignore_file() {
  return {".gitignore", std::string{scaffold::gitignore}};
}

std::string rules_section_text(const NewProject& project) {
  return filled_for(project, scaffold::rules_md);
}

std::string first_struct_text(const NewProject& project, const std::string& space) {
  return filled(scaffold::first_struct_hpp, {{"name", project.name}, {"namespace", space}});
}

std::string empty_header_text(const std::string& space) {
  return filled(scaffold::empty_header_hpp, {{"namespace", space}});
}

}  // namespace tenon::cli
