// Zones, and what a person or a tool may do to a file that has them.
#include <support/catch.hpp>
#include <support/temporary_folder.hpp>
#include <tenon/history/author.hpp>
#include <tenon/history/backfill.hpp>
#include <tenon/history/check.hpp>
#include <tenon/history/errors.hpp>
#include <tenon/history/fold.hpp>
#include <tenon/history/folder.hpp>

#include <fstream>
#include <iterator>

namespace {

using namespace tenon;
namespace fs = std::filesystem;

// A table whose comment looks like a zone, and then a column that needs one.
std::vector<Migration> history_with_zone() {
  Declarations declared;
  Table table;
  table.name.name = "notes";
  table.comment = "two lines\n-- tenon:backfill begin\r\n-- tenon:backfill end\nand more";
  table.columns = {{.name = "id", .type = "bigint", .not_null = true}};
  declared.model.tables = {table};
  std::vector<Migration> all = write_migrations({}, declared, "20260101", {}, "");
  declared.model.tables[0].columns.push_back({.name = "a\nb", .type = "text", .not_null = true});
  for (Migration& next : write_migrations(fold(all), declared, "20260102", all.back().id, ""))
    all.push_back(std::move(next));
  return all;
}

std::vector<std::string> rules_of(const std::vector<Migration>& migrations) {
  std::vector<std::string> names;
  for (const Diagnostic& finding : check_history(migrations, "migrations").findings)
    names.push_back(finding.rule);
  return names;
}

void add_to_zone(std::string& sql, const std::string& text) {
  sql.insert(sql.find("-- tenon:backfill end"), text);
}

std::string text_of(const fs::path& path) {
  std::ifstream file{path, std::ios::binary};
  return {std::istreambuf_iterator<char>{file}, {}};
}

void write(const fs::path& path, const std::string& text) {
  std::ofstream{path, std::ios::binary} << text;
}

TEST_CASE("a line of a literal that looks like a zone is none", "[history]") {
  const auto migrations = history_with_zone();
  CHECK(take_apart(migrations[0].up_sql).zones.empty());
  CHECK(take_apart(migrations[1].up_sql).zones.size() == 1);
  CHECK(rules_of(migrations).empty());
}

TEST_CASE("the last statement of a zone ends with a semicolon", "[history]") {
  auto migrations = history_with_zone();
  add_to_zone(migrations[1].up_sql, "UPDATE notes SET id = 1 -- all\n");
  CHECK(rules_of(migrations) == std::vector<std::string>{"tenon-sql"});
  add_to_zone(migrations[1].up_sql, ";\n");
  CHECK(rules_of(migrations).empty());
}

TEST_CASE("line ends that a tool turned around change nothing", "[history]") {
  const test::TemporaryFolder folder;
  for (const Migration& migration : history_with_zone()) {
    write_migration(folder.path(), migration);
    const fs::path file = folder.path() / migration.id / "up.sql";
    std::string text;
    for (const char c : text_of(file)) text += c == '\n' ? std::string{"\r\n"} : std::string(1, c);
    write(file, text);
  }
  const auto back = read_migrations(folder.path());
  CHECK(rules_of(back).empty());
  CHECK(back[0].up_sql == history_with_zone()[0].up_sql);
}

TEST_CASE("a file with a zero byte, in another encoding, or a folder in its place, is refused",
          "[history]") {
  const test::TemporaryFolder folder;
  const Migration migration = history_with_zone()[0];
  write_migration(folder.path(), migration);
  const fs::path file = folder.path() / migration.id / "up.sql";
  write(file, migration.up_sql + std::string{"\0DROP TABLE notes;", 18});
  CHECK_THROWS_WITH(read_migrations(folder.path()), Catch::Contains("zero"));
  write(file, migration.up_sql + "-- caf\xe9\n");
  CHECK_THROWS_WITH(read_migrations(folder.path()), Catch::Contains("UTF-8"));
  fs::remove(file);
  fs::create_directory(file);
  CHECK_THROWS_WITH(read_migrations(folder.path()), Catch::Contains("up.sql"));
}

}  // namespace
