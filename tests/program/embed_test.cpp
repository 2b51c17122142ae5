// The catalog that `tenon embed` puts into a program, with and without a PostgreSQL.
#include <support/catch.hpp>
#include <support/content_of.hpp>
#include <support/run_program.hpp>
#include <support/temporary_folder.hpp>
#include <tenon/history/folder.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>

namespace {

using namespace tenon;
using test::content_of;
using test::Outcome;
using test::quoted;
namespace fs = std::filesystem;

// No server may be had with this in front of a command.
constexpr const char* no_server = "TENON_SCRATCH_URL= TENON_POSTGRESQL_BIN=/nowhere ";

class Project {
 public:
  Project() {
    fs::create_directory(migrations());
    add("20260101_000001_users", std::nullopt, "CREATE TABLE users (email varchar(80));");
  }

  void add(const std::string& id, const std::optional<std::string>& parent,
           const std::string& up_sql) const {
    Migration migration;
    migration.id = id;
    migration.parent = parent;
    migration.up_sql = up_sql;
    migration.model_digest = migration.up_digest = migration.down_digest = "any";
    write_migration(migrations(), migration);
  }

  [[nodiscard]] Outcome embed(const std::string& before = "") const {
    return test::run_program(before + quoted(TENON_EXECUTABLE) + " embed --migrations " +
                             quoted(migrations()) + " --name app --header " +
                             quoted(path("app_migrations.hpp")) + " -o " +
                             quoted(path("app_migrations.cpp")) + " --expected-catalog " +
                             quoted(path("app_catalog.cpp")));
  }

  [[nodiscard]] std::string catalog() const { return content_of(path("app_catalog.cpp")); }
  [[nodiscard]] std::string path(const std::string& name) const {
    return (folder_.path() / name).string();
  }
  [[nodiscard]] std::string migrations() const { return path("migrations"); }

 private:
  test::TemporaryFolder folder_;
};

}  // namespace

TEST_CASE("embed carries the catalog after the last migration, as PostgreSQL prints it") {
  const Project project;
  const Outcome outcome = project.embed();
  CHECK(outcome.status == 0);
  CHECK(outcome.output.empty());
  CHECK_THAT(project.catalog(), Catch::Contains("20260101_000001_users") &&
                                    Catch::Contains("character varying(80)") &&
                                    Catch::Contains("catalog.server_major = 1"));
  CHECK_THAT(content_of(project.path("app_migrations.hpp")),
             Catch::Contains("tenon::ExpectedCatalog expected_catalog();"));
}

TEST_CASE("embed asks no server again for the migrations that it has embedded") {
  const Project project;
  REQUIRE(project.embed().status == 0);
  const auto before = project.catalog();
  const Outcome again = project.embed(no_server);
  CHECK(again.status == 0);
  CHECK(again.output.empty());
  CHECK(project.catalog() == before);

  project.add("20260102_000002_more", "20260101_000001_users", "CREATE TABLE more (x int);");
  REQUIRE(project.embed().status == 0);
  CHECK_THAT(project.catalog(), Catch::Contains("more"));
}

TEST_CASE("without a PostgreSQL embed says so in a line, and carries no older catalog") {
  const Project project;
  REQUIRE(project.embed().status == 0);
  project.add("20260102_000002_more", "20260101_000001_users", "CREATE TABLE more (x int);");
  const Outcome outcome = project.embed(no_server);
  CHECK(outcome.status == 0);
  CHECK_THAT(
      outcome.output,
      Catch::StartsWith("tenon: note: no expected catalog is embedded in app: no PostgreSQL"));
  CHECK(std::count(outcome.output.begin(), outcome.output.end(), '\n') == 1);
  CHECK_THAT(project.catalog(), Catch::Contains("there was no PostgreSQL where it was built") &&
                                    !Catch::Contains("character varying") &&
                                    !Catch::Contains("/nowhere"));
  // It is asked for again as soon as there can be one.
  CHECK(project.embed().output.empty());
  CHECK_THAT(project.catalog(), Catch::Contains("character varying(80)"));
}

TEST_CASE("a migration that fails is a warning of embed, and never a catalog") {
  const Project project;
  project.add("20260102_000002_wrong", "20260101_000001_users", "CREATE TABLE users ();");
  const Outcome outcome = project.embed();
  CHECK(outcome.status == 0);
  CHECK_THAT(outcome.output, Catch::StartsWith("tenon: warning: no expected catalog is embedded") &&
                                 Catch::Contains("20260102_000002_wrong"));
  CHECK_THAT(project.catalog(), Catch::Contains("the migration 20260102_000002_wrong fails") &&
                                    !Catch::Contains("character varying"));
}
