// What tenon show --format cpp prints and writes, and when it does neither.
#include <support/catch.hpp>
#include <support/content_of.hpp>
#include <support/run_program.hpp>
#include <support/temporary_folder.hpp>

#include <filesystem>
#include <fstream>
#include <map>
#include <string>

namespace {

using tenon::test::content_of;
using tenon::test::Outcome;
using tenon::test::quoted;
using tenon::test::run_program;
namespace fs = std::filesystem;

class Files {
 public:
  [[nodiscard]] fs::path out() const { return folder_.path() / "out"; }

  [[nodiscard]] std::string write(const std::string& sql) const {
    const fs::path path = folder_.path() / "schema.sql";
    std::ofstream{path} << sql;
    return path.string();
  }

  [[nodiscard]] Outcome show(const std::string& source) const {
    return run_program(quoted(TENON_EXECUTABLE) + " show --format cpp --from " + quoted(source) +
                       " --out " + quoted(out()));
  }

  /// The names and contents of what was written.
  [[nodiscard]] std::map<std::string, std::string> written() const {
    std::map<std::string, std::string> files;
    if (fs::exists(out()))
      for (const auto& entry : fs::directory_iterator{out()})
        if (entry.is_regular_file()) files[entry.path().filename()] = content_of(entry.path());
    return files;
  }

 private:
  tenon::test::TemporaryFolder folder_;
};

Outcome print(const std::string& source) {
  return run_program(quoted(TENON_EXECUTABLE) + " show --format cpp --from " + quoted(source));
}

constexpr const char* tables_and_views =
    "CREATE SCHEMA auth; CREATE TABLE auth.users (id serial PRIMARY KEY);"
    "CREATE TABLE notes (id integer PRIMARY KEY);"
    "CREATE VIEW all_notes AS SELECT id FROM notes;";

TEST_CASE("one header is printed, as the documentation shows it") {
  const fs::path docs = fs::path{TENON_SOURCE_DIR} / "tests/docs";
  const Outcome printed = print((docs / "imported.sql").string());
  CHECK(printed.status == 0);
  CHECK(printed.output == content_of(docs / "imported.hpp"));
}

TEST_CASE("several headers are not printed one after the other") {
  const Files files;
  const Outcome printed = print(files.write(tables_and_views));
  CHECK(printed.status == 2);
  CHECK_THAT(printed.output, Catch::Contains("there are 2 headers, one for each schema"));
  CHECK_THAT(printed.output, Catch::Contains("say --out DIR"));
}

TEST_CASE("what is not in a printed header is said") {
  const Files files;
  const Outcome printed =
      print(files.write("CREATE TABLE t (id integer); CREATE VIEW v AS TABLE t;"));
  CHECK(printed.status == 0);
  CHECK_THAT(printed.output, Catch::Contains("note: not in the header"));
  CHECK_THAT(printed.output, Catch::Contains("view v"));
}

TEST_CASE("a folder gets a header for each schema, and SQL for the rest") {
  const Files files;
  const std::string source = files.write(tables_and_views);
  const Outcome shown = files.show(source);
  CHECK(shown.status == 0);
  const auto written = files.written();
  REQUIRE(written.size() == 4);
  CHECK_THAT(written.at("auth.hpp"), Catch::Contains("namespace auth {"));
  CHECK_THAT(written.at("public_schema.hpp"), Catch::Contains("struct TENON(table) Notes {"));
  CHECK_THAT(written.at("prerequisites.sql"), Catch::Contains("CREATE SEQUENCE auth.users_id_seq"));
  CHECK_THAT(written.at("remainder.sql"), Catch::Contains("CREATE VIEW all_notes"));
  CHECK_THAT(written.at("remainder.sql"), Catch::Contains("OWNED BY auth.users.id"));
  CHECK_THAT(shown.output, Catch::Contains("note: in remainder.sql: view all_notes\n"));

  SECTION("the same at any time") {
    CHECK(files.show(source).output == shown.output);
    CHECK(files.written() == written);
  }
  SECTION("and what is not needed any more says so") {
    CHECK(files.show(files.write("CREATE TABLE notes (id integer);")).status == 0);
    CHECK_THAT(files.written().at("remainder.sql"), Catch::EndsWith("-- Nothing.\n"));
  }
}

TEST_CASE("all files are written or none") {
  const Files files;
  fs::create_directories(files.out() / "remainder.sql");
  const Outcome shown = files.show(files.write(tables_and_views));
  CHECK(shown.status == 3);
  CHECK_THAT(shown.output, Catch::Contains("remainder.sql: cannot write"));
  CHECK(files.written().empty());
}

}  // namespace
