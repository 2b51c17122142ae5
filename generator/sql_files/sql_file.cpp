#include "sql_files/sql_file.hpp"

#include <tenon/catalog/connection.hpp>
#include <tenon/history/sql_text.hpp>
#include <tenon/sql/script_settings.hpp>
#include <tenon/sql/tokens.hpp>
#include <tenon/testing/missing_roles.hpp>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <utility>

namespace tenon::sql_files {
namespace {

std::string read_text(const std::filesystem::path& path) {
  std::ifstream file{path, std::ios::binary};
  if (!file || std::filesystem::is_directory(path))
    throw SqlFileError{{path.string()}, "cannot be read"};
  return {std::istreambuf_iterator<char>{file}, {}};
}

unsigned line_at(const std::string& text, std::size_t offset) {
  const auto end = text.begin() + static_cast<std::ptrdiff_t>(offset);
  return 1 + static_cast<unsigned>(std::count(text.begin(), end, '\n'));
}

// A command of psql, if the text has one: what is likely wrong when it is no SQL.
std::string::size_type psql_command(const std::string& text) {
  if (text.starts_with('\\')) return 0;
  const auto newline = text.find("\n\\");
  return newline == std::string::npos ? newline : newline + 1;
}

std::vector<std::string> split(const std::string& text, const std::string& path) {
  try {
    return split_statements(text);
  } catch (const SqlError& error) {
    const auto command = psql_command(text);
    if (command == std::string::npos) throw SqlFileError{{path}, error.what()};
    throw SqlFileError{{path, line_at(text, command), 1},
                       "this is a command of psql, which is no SQL: take it out, or load the file "
                       "with psql and name the database"};
  }
}

}  // namespace

std::string to_string(const SourceLocation& location) {
  return location.line == 0 ? location.file : location.file + ":" + std::to_string(location.line);
}

SqlFile read_sql_file(const std::filesystem::path& path) {
  const std::string text = read_text(path);
  SqlFile file{path, text.starts_with(before_structs), {}};
  std::size_t done = 0;
  for (std::string& statement : split(text, path.string())) {
    const auto found = text.find(statement, done);
    const std::size_t place = found == std::string::npos ? done : found;
    done = place + statement.size();
    file.statements.push_back({std::move(statement), {path.string(), line_at(text, place), 1}});
  }
  return file;
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
