// Writes a large schema and its history, for the benchmarks: large_history TABLES MIGRATIONS FOLDER
// makes FOLDER/model.json and FOLDER/migrations.
#include <tenon/history/author.hpp>
#include <tenon/history/fold.hpp>
#include <tenon/history/folder.hpp>
#include <tenon/history/model_json.hpp>
#include <tenon/sql/quote.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>

namespace {

using namespace tenon;

Table table(unsigned number) {
  Table result;
  result.name.name = "table_" + std::to_string(number);
  const std::string& name = result.name.name;
  result.columns = {
      {.name = "id", .type = "bigint", .not_null = true, .identity = Identity::always}};
  for (unsigned i = 1; i < 15; ++i)
    result.columns.push_back(
        {.name = "column_" + std::to_string(i),
         .type = i % 2 == 0 ? "text" : "integer",
         .not_null = i % 3 == 0,
         .default_value = i % 3 == 0 ? std::optional<std::string>{"0"} : std::nullopt});
  result.constraints = {
      {.name = name + "_pkey", .definition = PrimaryKey{{"id"}, {}}},
      {.name = name + "_check", .definition = CheckConstraint{"column_1 > 0", false}}};
  result.indexes = {{.name = name + "_column_2_idx", .elements = {{.target = "column_2"}}}};
  return result;
}

void add(std::vector<Migration>& history, Head& head, const Declarations& declared) {
  std::optional<std::string> parent;
  if (!history.empty()) parent = history.back().id;
  for (Migration& migration : write_migrations(head, declared, "20260101", parent, "step")) {
    advance(head, migration);
    history.push_back(std::move(migration));
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) {
    std::cerr << "usage: large_history TABLES MIGRATIONS FOLDER\n";
    return 2;
  }
  const auto tables = static_cast<unsigned>(std::stoul(argv[1]));
  const auto migrations = static_cast<unsigned>(std::stoul(argv[2]));
  const std::filesystem::path folder = argv[3];

  Declarations declared;
  std::vector<Migration> history;
  Head head;
  // Most tables come with the first migration; each later one adds a column somewhere.
  for (unsigned i = 0; i < tables; ++i) declared.model.tables.push_back(table(i));
  add(history, head, declared);
  for (unsigned i = 1; i < migrations; ++i) {
    declared.model.tables[i % tables].columns.push_back(
        {.name = "added_" + std::to_string(i), .type = "text"});
    add(history, head, declared);
  }
  std::filesystem::create_directories(folder / "migrations");
  for (const Migration& migration : history) write_migration(folder / "migrations", migration);
  std::ofstream{folder / "model.json"} << to_json(declared, 1) << '\n';
}
