// Reading and comparing catalogs against pg_dump and psql, on one server that it starts itself:
//   catalog_ratios TENON [FILE.sql]
// Without a file, it is a schema of 300 tables with views, functions and triggers. pg_dump and psql
// are those of the PATH.
#include <support/run_program.hpp>
#include <tenon/testing/scratch_server.hpp>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <stdexcept>
#include <string>

namespace {

namespace fs = std::filesystem;
using tenon::test::quoted;

std::string large_schema() {
  std::string sql =
      "CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';\n";
  for (int i = 0; i < 300; ++i) {
    const std::string name = "table_" + std::to_string(i);
    sql += "CREATE TABLE " + name +
           " (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, parent bigint";
    if (i > 0) sql += " REFERENCES table_" + std::to_string(i - 1) + " ON DELETE CASCADE";
    for (int column = 2; column < 12; ++column)
      sql += ", column_" + std::to_string(column) +
             (column % 3 == 0   ? " text NOT NULL DEFAULT ''"
              : column % 3 == 1 ? " numeric(10,2)"
                                : " timestamptz");
    sql += ", CHECK (column_4 > 0));\nCREATE INDEX ON " + name +
           " (parent, column_2 DESC) WHERE column_3 <> '';\n";
    sql += "COMMENT ON TABLE " + name + " IS 'Table " + std::to_string(i) + "';\n";
    if (i % 5 == 0)
      sql += "CREATE VIEW view_" + std::to_string(i) + " AS SELECT id, column_3 FROM " + name +
             " WHERE column_4 > 7;\nCREATE TRIGGER touch BEFORE UPDATE ON " + name +
             " FOR EACH ROW EXECUTE FUNCTION touch();\n";
  }
  return sql;
}

// The median of five runs after one that warms up.
double milliseconds(const std::string& command) {
  std::array<double, 6> times{};
  for (double& time : times) {
    const auto start = std::chrono::steady_clock::now();
    if (std::system((command + " >/dev/null").c_str()) != 0)
      throw std::runtime_error{"failed: " + command};
    time =
        std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
  }
  std::sort(times.begin() + 1, times.end());
  return times[3];
}

void report(const char* name, double took, double other, double limit) {
  const double ratio = took / other;
  std::printf("%-64s %6.2f  (goal: at most %g)%s\n", name, ratio, limit,
              ratio <= limit ? "" : "  MISSED");
}

void run(const std::string& tenon, const fs::path& file) {
  auto server = tenon::testing::ScratchServer::start();
  const auto first = server.create_database();
  const auto second = server.create_database();
  const std::string psql = "psql -X -q -v ON_ERROR_STOP=1 ";
  for (const auto* database : {&first, &second})
    if (std::system(
            (psql + quoted(database->url()) + " -f " + quoted(file) + " >/dev/null").c_str()) != 0)
      throw std::runtime_error{"psql cannot load " + file.string()};

  const double dump = milliseconds("pg_dump --schema-only " + quoted(first.url()));
  std::printf("pg_dump --schema-only: %.1f ms\n", dump);
  report("tenon show of a database / pg_dump --schema-only",
         milliseconds(tenon + " show --format json --from " + quoted(first.url())), dump, 0.5);
  const std::string diff =
      tenon + " diff --from " + quoted(first.url()) + " --to " + quoted(second.url());
  report("tenon diff of two databases / pg_dump --schema-only", milliseconds(diff), dump, 0.7);
  if (fs::exists("/usr/bin/time")) {
    std::cout << "peak memory of tenon diff, in KB (goal: at most 307200): " << std::flush;
    if (std::system(("/usr/bin/time -f %M " + diff + " 2>&1 >/dev/null").c_str()) != 0) return;
  }

  const std::string url = quoted(server.url());
  const std::string again = psql + url +
                            " -c 'DROP DATABASE IF EXISTS bench' -c 'CREATE DATABASE bench' && " +
                            psql + quoted(server.url() + "&dbname=bench") + " -f " + quoted(file);
  report("tenon show of a .sql file / psql -f into a new database",
         milliseconds("TENON_SCRATCH_URL=" + url + " " + tenon + " show --format json --from " +
                      quoted(file)),
         milliseconds(again), 1.3);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2 || argc > 3) {
    std::cerr << "usage: catalog_ratios TENON [FILE.sql]\n";
    return 2;
  }
  const fs::path own = fs::temp_directory_path() / "tenon_catalog_ratios.sql";
  try {
    if (argc == 2) std::ofstream{own} << large_schema();
    run(quoted(argv[1]), argc == 3 ? fs::path{argv[2]} : own);
    fs::remove(own);
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
}
