#include "sql_files/sql_file.hpp"

#include <tenon/catalog/connection.hpp>
#include <tenon/history/sql_text.hpp>
#include <tenon/sql/script_settings.hpp>
#include <tenon/sql/tokens.hpp>
#include <tenon/testing/missing_roles.hpp>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string_view>
#include <utility>

namespace tenon::sql_files {
namespace {

std::string read_text(const std::filesystem::path& path) {
  std::ifstream file{path, std::ios::binary};
  if (!file || std::filesystem::is_directory(path))
    throw SqlFileError{{path.string()}, "cannot be read"};
  return {std::istreambuf_iterator<char>{file}, {}};
}

unsigned lines_between(const std::string& text, std::size_t begin, std::size_t end) {
  const auto at = [&text](std::size_t offset) {
    return text.begin() + static_cast<std::ptrdiff_t>(offset);
  };
  return static_cast<unsigned>(std::count(at(begin), at(end), '\n'));
}

// A command of psql, if the text has one: what is likely wrong when it is no SQL.
std::string::size_type psql_command(const std::string& text) {
  for (std::size_t line = 0; line != std::string::npos;) {
    const auto first = text.find_first_not_of(" \t", line);
    if (first == std::string::npos || text[first] == '\\') return first;
    line = text.find('\n', line);
    if (line != std::string::npos) ++line;
  }
  return std::string::npos;
}

SqlFileError psql_command_at(const SourceLocation& place) {
  return {place,
          "this is a command of psql, which is no SQL: take it out, or load the file with psql and "
          "name the database"};
}

// pg_dump begins and ends with \restrict and \unrestrict, between which psql takes no commands.
// Blanks in their place keep all other text where it is.
// https://www.postgresql.org/docs/current/app-psql.html#APP-PSQL-META-COMMAND-RESTRICT
std::string without_restrictions(std::string text) {
  for (std::size_t line = 0; line < text.size();) {
    const auto end = std::min(text.find('\n', line), text.size());
    const auto said = std::string_view{text}.substr(line, end - line);
    if (said.starts_with("\\restrict ") || said.starts_with("\\unrestrict "))
      text.replace(line, end - line, end - line, ' ');
    line = end + 1;
  }
  return text;
}

std::vector<SplitStatement> split(const std::string& text, const std::string& path,
                                  unsigned first_line) {
  try {
    return split_statements(text);
  } catch (const SqlError& error) {
    if (std::string other = without_restrictions(text); other != text)
      return split(other, path, first_line);
    const auto command = psql_command(text);
    if (command == std::string::npos) throw SqlFileError{{path}, error.what()};
    throw psql_command_at({path, first_line + lines_between(text, 0, command), 1});
  }
}

}  // namespace

std::string to_string(const SourceLocation& location) {
  return location.line == 0 ? location.file : location.file + ":" + std::to_string(location.line);
}

std::vector<SqlStatement> statements_of(const std::string& text, const std::filesystem::path& path,
                                        unsigned first_line) {
  std::vector<SqlStatement> statements;
  std::size_t done = 0;
  unsigned line = first_line;
  for (SplitStatement& statement : split(text, path.string(), first_line)) {
    line += lines_between(text, done, statement.begin);
    done = statement.begin;
    statements.push_back({std::move(statement.text), {path.string(), line, 1}});
  }
  return statements;
}

SqlFile read_sql_file(const std::filesystem::path& path) {
  const std::string text = read_text(path);
  return {path, text.starts_with(before_structs), statements_of(text, path)};
}

void run(const SqlFile& file, Connection& open, const testing::ScratchServer& server) {
  open.execute(sql::script_settings);
  for (const SqlStatement& statement : file.statements) {
    try {
      testing::with_roles(server, open, [&] { open.execute(statement.text); });
    } catch (const DatabaseError& error) {
      throw SqlFileError{statement.location, error.what()};
    }
  }
}

}  // namespace tenon::sql_files
