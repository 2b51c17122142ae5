// What becomes of every column of PostgreSQL's catalog: schema/tenon/catalog/coverage.tsv says it,
// and docs/coverage.md is made of it. To accept the page: build the target accept_coverage.
#include <support/catch.hpp>
#include <support/content_of.hpp>
#include <support/server.hpp>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace tenon {
namespace {

using test::content_of;
namespace fs = std::filesystem;

const fs::path reader_folder = fs::path{TENON_SOURCE_DIR} / "schema/tenon/catalog";
const fs::path page = fs::path{TENON_SOURCE_DIR} / "docs/coverage.md";

struct Entry {
  std::string table;
  /// `*` is all columns of the table.
  std::string column;
  std::string kind;
  std::string note;
};

std::vector<Entry> entries() {
  std::ifstream file{reader_folder / "coverage.tsv"};
  std::vector<Entry> list;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with('#')) continue;
    std::istringstream fields{line};
    Entry entry;
    std::getline(fields, entry.table, '\t');
    std::getline(fields, entry.column, '\t');
    std::getline(fields, entry.kind, '\t');
    std::getline(fields, entry.note);
    list.push_back(std::move(entry));
  }
  return list;
}

bool has_word(const std::string& text, const std::string& word) {
  const auto is_part = [](char c) {
    return std::isalnum(static_cast<unsigned char>(c)) || c == '_';
  };
  for (std::size_t at = 0; (at = text.find(word, at)) != text.npos; at += word.size()) {
    const bool begins = at == 0 || !is_part(text[at - 1]);
    const bool ends = at + word.size() == text.size() || !is_part(text[at + word.size()]);
    if (begins && ends) return true;
  }
  return false;
}

// A table of PostgreSQL's catalog: what is compared, what is only said, and what is neither, with
// the reason.
std::string described() {
  std::map<std::string, std::map<std::string, std::map<std::string, std::vector<std::string>>>>
      tables;
  for (const Entry& entry : entries())
    tables[entry.table][entry.kind][entry.kind == "managed" ? "" : entry.note].push_back(
        entry.column);
  std::string text =
      "# What is compared\n\n"
      "Every column of PostgreSQL's catalog, versions 13 to 18, and what becomes of it. *Managed* "
      "columns are part of\na schema: they are read, compared and changed. *Reported* ones cannot "
      "be "
      "changed by Tenon; where a database has\nsuch a thing, a comparison of catalogs names it. "
      "*Ignored* ones are passed over, for the reason that is given.\n\n"
      "This page is made of [coverage.tsv](../schema/tenon/catalog/coverage.tsv). A test fails "
      "when "
      "the server has a\ncolumn that the list does not name.\n";
  for (const auto& [table, kinds] : tables) {
    text += "\n## " + table + "\n\n| | columns | |\n|---|---|---|\n";
    for (const char* kind : {"managed", "reported", "ignored"}) {
      const auto found = kinds.find(kind);
      if (found == kinds.end()) continue;
      for (const auto& [note, columns] : found->second) {
        text += std::string{"| "} + kind + " | ";
        for (const std::string& column : columns)
          text += (column == columns.front() ? "" : ", ") +
                  (column == "*" ? "all" : "`" + column + "`");
        text += " | " + note + " |\n";
      }
    }
  }
  return text;
}

TEST_CASE("the list names every column of the server's catalog") {
  std::set<std::string> known;
  for (const Entry& entry : entries()) known.insert(entry.table + "." + entry.column);
  test::Database database;
  std::vector<std::string> unknown;
  for (const Row& row : database.connection.query(
           "SELECT c.relname, a.attname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid "
           "WHERE c.relnamespace = 'pg_catalog'::regnamespace AND c.relkind = 'r' "
           "AND a.attnum > 0 AND NOT a.attisdropped")) {
    const std::string& table = not_null(row[0]);
    const std::string name = table + "." + not_null(row[1]);
    if (!known.contains(name) && !known.contains(table + ".*")) unknown.push_back(name);
  }
  CHECK(unknown == std::vector<std::string>{});
}

TEST_CASE("the list says one thing of each column, and why it is ignored") {
  std::set<std::string> seen;
  for (const Entry& entry : entries()) {
    INFO(entry.table << "." << entry.column);
    CHECK(seen.insert(entry.table + "." + entry.column).second);
    CHECK((entry.kind == "managed" || entry.kind == "reported" || entry.kind == "ignored"));
    CHECK((entry.kind != "ignored" || !entry.note.empty()));
  }
  CHECK(seen.size() > 400);
}

TEST_CASE("what the list calls managed stands in a query of the reader, or what prints it does") {
  std::string queries;
  for (const auto& entry : fs::directory_iterator{reader_folder})
    if (entry.path().extension() != ".tsv") queries += content_of(entry.path());
  for (const Entry& entry : entries()) {
    if (entry.kind != "managed") continue;
    INFO(entry.table << "." << entry.column << " by " << entry.note);
    CHECK(has_word(queries, entry.note.empty() ? entry.column : entry.note));
  }
}

TEST_CASE("the page on coverage is made of the list", "[page]") {
  const std::string text = described();
  if (std::getenv("TENON_ACCEPT_COVERAGE") != nullptr)
    std::ofstream{page, std::ios::binary} << text;
  INFO("docs/coverage.md is not what the list says; build the target accept_coverage");
  CHECK(content_of(page) == text);
}

}  // namespace
}  // namespace tenon
