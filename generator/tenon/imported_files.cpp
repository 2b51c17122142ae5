// Names, first lines and what runs before the statements.
#include "imported_files.hpp"

#include "sql_files/sql_file.hpp"

#include <tenon/sql/script_settings.hpp>

#include <string>

namespace tenon::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view prerequisites_comment =
    "-- What the tables of the headers beside this file use and structs cannot declare.\n";
constexpr std::string_view remainder_comment =
    "-- What belongs to the tables of the headers beside this file, or stands beside them, and "
    "structs\n-- cannot declare. It needs the tables.\n";

std::string sql_text(const std::string& first_line, std::string_view comment,
                     const importing::ImportedSql& sql) {
  std::string text = first_line + std::string{comment};
  if (sql.statements.empty()) return text + "-- Nothing.\n";
  text += '\n';
  text += sql::script_settings;
  for (const std::string& statement : sql.statements) text += '\n' + statement + '\n';
  return text;
}

}  // namespace

std::vector<generator::OutputFile> imported_files(const importing::Import& import,
                                                  const fs::path& folder) {
  std::vector<generator::OutputFile> files;
  files.reserve(import.headers.size() + 2);
  for (const importing::ImportedHeader& header : import.headers)
    files.push_back({folder / header.name, header.text});
  const auto add_sql = [&](std::string_view name, const std::string& first_line,
                           std::string_view comment, const importing::ImportedSql& sql) {
    if (!sql.statements.empty() || fs::exists(folder / name))
      files.push_back({folder / name, sql_text(first_line, comment, sql)});
  };
  add_sql(prerequisites_name, std::string{sql_files::before_structs} + "\n", prerequisites_comment,
          import.prerequisites);
  add_sql(remainder_name, "", remainder_comment, import.remainder);
  return files;
}

}  // namespace tenon::cli
