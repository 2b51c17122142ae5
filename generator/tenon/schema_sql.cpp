// Renders the schema, and compares it with a file line by line.
#include "schema_sql.hpp"

#include <fmt/format.h>

#include <tenon/history/errors.hpp>
#include <tenon/sql/render.hpp>
#include <tenon/sql/script_settings.hpp>

#include <fstream>
#include <iterator>
#include <sstream>

namespace tenon::cli {
namespace {

namespace fs = std::filesystem;

std::string content_of(const fs::path& file) {
  std::ifstream stream{file, std::ios::binary};
  std::string text{std::istreambuf_iterator<char>{stream}, {}};
  if (!stream || !fs::is_regular_file(file)) throw HistoryError{file, "cannot be read"};
  return text;
}

// The next line without its end; nothing behind the last one.
std::optional<std::string> next_line(std::istream& text) {
  std::string line;
  if (!std::getline(text, line)) return std::nullopt;
  if (line.ends_with('\r')) line.pop_back();
  return line;
}

std::string said(const std::optional<std::string>& line) {
  return line ? *line : "the end of the file";
}

Diagnostic finding_at(const fs::path& file, unsigned line, std::string message,
                      std::vector<std::string> notes) {
  return {{file.string(), line, 1}, "tenon-schema-sql", std::move(message), std::move(notes)};
}

}  // namespace

std::string schema_sql(const Model& model) {
  const auto statements = sql::create_all(model);
  if (statements.empty()) return {};
  std::string text = std::string{sql::script_settings} + "\n";
  for (const std::string& statement : statements) text += statement + "\n";
  return text;
}

std::optional<Diagnostic> check_schema_sql(const Model& head, const fs::path& file) {
  if (!fs::exists(file))
    return finding_at(
        file, 1, "there is no such file, and it is to be the schema after the last migration", {});
  std::istringstream kept{content_of(file)};
  std::istringstream wanted{schema_sql(head)};
  for (unsigned number = 1;; ++number) {
    const auto is = next_line(kept);
    const auto expected = next_line(wanted);
    if (is != expected)
      return finding_at(file, number,
                        "this file is not the schema after the last migration: it is older, or "
                        "somebody edited it",
                        {"expected: " + said(expected), "found: " + said(is)});
    if (!is) return std::nullopt;
  }
}

}  // namespace tenon::cli
