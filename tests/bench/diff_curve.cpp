// How long diff() takes on models of 1,000 to 10,000 tables: diff_curve
#include <tenon/diff/diff.hpp>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <string>

namespace {

using namespace tenon;

Model schema_of(unsigned tables) {
  Model model;
  for (unsigned i = 0; i < tables; ++i) {
    Table table;
    table.name.name = "table_" + std::to_string(i);
    const std::string& name = table.name.name;
    for (unsigned column = 0; column < 15; ++column)
      table.columns.push_back({.name = "column_" + std::to_string(column),
                               .type = column % 2 == 0 ? "text" : "bigint",
                               .not_null = column % 3 == 0});
    table.constraints = {
        {.name = name + "_pkey", .definition = PrimaryKey{{"column_1"}, {}}},
        {.name = name + "_check", .definition = CheckConstraint{"column_3 > 0", false}}};
    table.indexes = {{.name = name + "_column_2_idx", .elements = {{.target = "column_2"}}}};
    model.tables.push_back(std::move(table));
  }
  return model;
}

// The median of nine runs.
double milliseconds(const Model& from, const Model& to) {
  std::array<double, 9> times{};
  for (double& time : times) {
    const auto start = std::chrono::steady_clock::now();
    const Changes changes = diff(from, to);
    time =
        std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
    if (changes.empty()) return 0;
  }
  std::ranges::sort(times);
  return times[4];
}

}  // namespace

int main() {
  double of_thousand = 0;
  for (const unsigned tables : {1000U, 2000U, 5000U, 10000U}) {
    const Model from = schema_of(tables);
    Model to = from;
    for (unsigned i = 0; i < tables; i += 100) to.tables[i].columns[5].type = "numeric";
    const double took = milliseconds(from, to);
    if (of_thousand == 0) of_thousand = took;
    std::printf("diff of %5u tables: %7.2f ms, %.2f of linear growth\n", tables, took,
                took / (of_thousand * tables / 1000));
  }
  std::printf("%-64s %6.2f  (goal: at most 1)%s\n", "diff of 1,000 tables / 20 ms",
              of_thousand / 20, of_thousand <= 20 ? "" : "  MISSED");
}
