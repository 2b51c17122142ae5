// schema.sql: `tenon show --out` writes it, `tenon check --schema-sql` compares it.
#include "model_project.hpp"

#include <nlohmann/json.hpp>

#include <support/catch.hpp>
#include <support/content_of.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>

namespace {

using namespace tenon;
using test::content_of;
using test::Outcome;
using Project = test::ModelProject;
using test::quoted;
namespace fs = std::filesystem;

Outcome program(const std::string& arguments) {
  return test::run_program(quoted(TENON_EXECUTABLE) + " " + arguments);
}

TEST_CASE("a schema.sql that is not the schema after the last migration is found", "[program]") {
  Project project;
  REQUIRE(project.tenon("new create_users", "SOURCE_DATE_EPOCH=0").status == 0);
  // A folder's @ is not that of a revision.
  const fs::path migrations = project.root() / "migrations@work";
  fs::create_directory_symlink(project.migrations(), migrations);
  const fs::path file = project.root() / "sql" / "schema.sql";
  const std::string show = "show --from " + quoted("migrations:" + migrations.string());
  const auto check = [&](const std::string& options = "") {
    return project.tenon("check --schema-sql " + quoted(file) + " " + options);
  };
  const auto write = [&](const std::string& text) {
    std::ofstream{file, std::ios::binary} << text;
  };

  const Outcome missing = check();
  CHECK(missing.status == 1);
  CHECK_THAT(missing.output, Catch::Contains("schema.sql:1:1: error: there is no such file") &&
                                 Catch::Contains("note: run: tenon show --from 'migrations:"));
  CHECK(program(show + " --out " + quoted(file)).output.empty());
  const std::string fresh = content_of(file);
  CHECK(fresh == program(show).output);
  CHECK(check().status == 0);

  std::string edited = fresh;
  edited.replace(edited.find("email text"), 10, "email date");
  const std::string before = edited.substr(0, edited.find("email date"));
  const auto line = 1 + std::ranges::count(before, '\n');
  write(edited);
  const Outcome found = check("--schema-sql-fix-command 'make schema_sql'");
  CHECK(found.status == 1);
  CHECK_THAT(found.output, Catch::Contains("schema.sql:" + std::to_string(line) + ":1: error: ") &&
                               Catch::Contains("[tenon-schema-sql]") &&
                               Catch::Contains("expected:     email text") &&
                               Catch::Contains("found:     email date") &&
                               Catch::Contains("note: run: make schema_sql\n"));
  const auto json = nlohmann::json::parse(check("--format json").output);
  CHECK(json["findings"][0]["rule"] == "tenon-schema-sql");
  CHECK(json["findings"][0]["line"] == line);

  write(fresh.substr(0, fresh.size() / 2));
  CHECK(check().status == 1);
  write(fresh + "\n");
  CHECK_THAT(check().output, Catch::Contains("expected: the end of the file"));

  SECTION("but not what version control does to line ends") {
    std::string turned;
    for (const char c : fresh) turned += c == '\n' ? std::string{"\r\n"} : std::string{c};
    write(turned);
    CHECK(check().status == 0);
  }
  SECTION("but a migration that is missing comes first") {
    project.declared.model.tables[0].columns.push_back({.name = "note", .type = "text"});
    project.write();
    CHECK_THAT(check().output,
               Catch::Contains("[tenon-drift]") && !Catch::Contains("[tenon-schema-sql]"));
  }
  SECTION("and a folder in its place is no drift but a failure") {
    fs::remove(file);
    fs::create_directory(file);
    CHECK(check().status == 3);
  }
}

}  // namespace
