// Annotated structs from any source.
#include "show_cpp.hpp"

#include "command.hpp"
#include "emit/write_file.hpp"
#include "import/import_model.hpp"
#include "sql_files/sql_file.hpp"

#include <tenon/sql/script_settings.hpp>

#include <filesystem>
#include <iostream>
#include <string_view>
#include <utility>
#include <vector>

namespace tenon::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view prerequisites_name = "prerequisites.sql";
constexpr std::string_view remainder_name = "remainder.sql";

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

void note(const importing::ImportedSql& sql, const std::string& where) {
  for (const std::string& object : sql.objects)
    std::cerr << "note: " << where << ": " << object << '\n';
}

void print(const importing::Import& import) {
  if (import.headers.size() > 1)
    throw UsageError{"there are " + std::to_string(import.headers.size()) +
                     " headers, one for each schema: say --out DIR"};
  for (const importing::ImportedHeader& header : import.headers) std::cout << header.text;
  const std::string where = "not in the header, say --out DIR to have it as SQL";
  note(import.prerequisites, where);
  note(import.remainder, where);
}

void write(const importing::Import& import, const fs::path& folder) {
  std::vector<generator::OutputFile> files;
  for (const importing::ImportedHeader& header : import.headers)
    files.push_back({folder / header.name, header.text});
  const auto add_sql = [&](std::string_view name, const std::string& first_line,
                           std::string_view comment, const importing::ImportedSql& sql) {
    // A file of an earlier import must not stay as it was.
    if (!sql.statements.empty() || fs::exists(folder / name))
      files.push_back({folder / name, sql_text(first_line, comment, sql)});
    note(sql, "in " + std::string(name));
  };
  add_sql(prerequisites_name, std::string{sql_files::before_structs} + "\n", prerequisites_comment,
          import.prerequisites);
  add_sql(remainder_name, "", remainder_comment, import.remainder);
  generator::write_changed(files);
}

}  // namespace

void show_cpp(const Model& model, const std::optional<std::string>& out) {
  const importing::Import import = importing::import_model(model);
  if (out)
    write(import, *out);
  else
    print(import);
}

}  // namespace tenon::cli
