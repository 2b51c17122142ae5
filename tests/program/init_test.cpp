// tenon init and tenon stamp as a person meets them: what they write and print, and when they
// refuse.
#include <nlohmann/json.hpp>

#include <support/catch.hpp>
#include <support/content_of.hpp>
#include <support/run_program.hpp>
#include <support/server.hpp>
#include <support/temporary_folder.hpp>

#include <filesystem>
#include <fstream>
#include <map>
#include <string>

namespace {

using namespace tenon;
using test::content_of;
using test::Database;
using test::Outcome;
using test::quoted;
namespace fs = std::filesystem;

const std::string baseline = "19700101_000001_baseline";

// A folder for a project, with a space in its name.
class Place {
 public:
  [[nodiscard]] fs::path root() const { return folder_.path(); }
  [[nodiscard]] fs::path out() const { return root() / "my Shop"; }

  [[nodiscard]] std::string write(const std::string& name, const std::string& text) const {
    const fs::path path = root() / name;
    std::ofstream{path} << text;
    return path.string();
  }

  [[nodiscard]] Outcome init(const std::string& from, const std::string& rest = "") const {
    return test::run_program("SOURCE_DATE_EPOCH=0 " + quoted(TENON_EXECUTABLE) + " init --from " +
                             quoted(from) + " --out " + quoted(out()) + " " + rest);
  }

  /// Runs another command in the project.
  [[nodiscard]] Outcome tenon(const std::string& arguments) const {
    return test::run_program("cd " + quoted(out()) + " && " + quoted(TENON_EXECUTABLE) + " " +
                             arguments);
  }

  /// The paths and contents of what is in the project's folder, hidden files included.
  [[nodiscard]] std::map<std::string, std::string> written() const {
    std::map<std::string, std::string> files;
    if (fs::exists(out()))
      for (const auto& entry : fs::recursive_directory_iterator{out()})
        if (!entry.is_directory())
          files[entry.path().lexically_relative(out())] = content_of(entry.path());
    return files;
  }

 private:
  test::TemporaryFolder folder_;
};

constexpr const char* people =
    "CREATE SCHEMA auth; CREATE TYPE auth.role AS ENUM ('member', 'admin');"
    "CREATE TABLE auth.users (id serial PRIMARY KEY, role auth.role NOT NULL DEFAULT 'member');"
    "CREATE TABLE notes (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,"
    " author integer NOT NULL REFERENCES auth.users, text text NOT NULL);"
    "CREATE VIEW all_notes AS SELECT id FROM notes;";

void check_nothing_was_written(const Place& place, const Outcome& outcome) {
  INFO(outcome.output);
  CHECK(place.written().empty());
  CHECK_FALSE(fs::exists(place.out()));
}

TEST_CASE("init writes structs, SQL, CMake, a page to read and a baseline") {
  const Place place;
  Database database{people};
  const Outcome made = place.init(database.scratch.url());
  INFO(made.output);
  REQUIRE(made.status == 0);
  CHECK_THAT(made.output, Catch::Contains("tenon: reading ") &&
                              Catch::Contains("wrote 17 files of the project my_shop") &&
                              Catch::Contains("my Shop/migrations/" + baseline) &&
                              Catch::Contains("tenon stamp"));
  const auto files = place.written();
  CHECK(files.size() == 17);
  CHECK_THAT(files.at("CMakeLists.txt"),
             Catch::Contains("tenon_add_schema(my_shop_schema\n") &&
                 Catch::Contains("schema/auth.hpp\n") &&
                 Catch::Contains("schema/public_schema.hpp\n") &&
                 Catch::Contains("SQL        schema/prerequisites.sql\n") &&
                 Catch::Contains("schema/remainder.sql\n"));
  CHECK_THAT(files.at("README.md"), Catch::Contains("--target my_shop_schema_migration") &&
                                        Catch::Contains("migrations/" + baseline));
  CHECK(nlohmann::json::parse(files.at("migrations/" + baseline + "/changes.json"))["baseline"] ==
        true);

  // One way to write the structs.
  const fs::path shown = place.root() / "shown";
  REQUIRE(place
              .tenon("show --format cpp --from " + quoted(database.scratch.url()) + " --out " +
                     quoted(shown))
              .status == 0);
  for (const char* name : {"auth.hpp", "public_schema.hpp", "prerequisites.sql", "remainder.sql"})
    CHECK(files.at("schema/" + std::string{name}) == content_of(shown / name));

  CHECK(place
            .tenon("diff --exit-code --from " + quoted(database.scratch.url()) +
                   " --to migrations:migrations")
            .output == "no differences\n");
  SECTION("and again what is there is left as it is") {
    const Outcome again = place.init(database.scratch.url());
    CHECK(again.status == 0);
    CHECK_THAT(again.output, Catch::Contains("wrote 0 files"));
    CHECK(place.written() == files);
  }
  SECTION("and a library carries the mark") {
    REQUIRE(place.tenon("embed --migrations migrations --name n --header h.hpp -o c.cpp").status ==
            0);
    CHECK_THAT(content_of(place.out() / "c.cpp"), Catch::Contains("all[0].baseline = true;"));
  }
}

TEST_CASE("what people wrote is a project as well") {
  const Place place;
  const Outcome made =
      place.init("migrations:" + std::string{TENON_SOURCE_DIR} + "/examples/household/migrations",
                 "--name household");
  INFO(made.output);
  CHECK(made.status == 0);
  CHECK_THAT(content_of(place.out() / "CMakeLists.txt"),
             Catch::Contains("project(household LANGUAGES CXX)"));
}

TEST_CASE("an empty database becomes a project without a baseline") {
  const Place place;
  Database database;
  const Outcome made = place.init(database.scratch.url());
  CHECK(made.status == 0);
  CHECK_THAT(made.output, Catch::Contains("the source is empty, so there is no baseline"));
  const auto files = place.written();
  CHECK(files.size() == 12);
  CHECK_THAT(files.at("schema/public_schema.hpp"), Catch::Contains("namespace public_schema {"));
  CHECK(files.contains("migrations/.gitkeep"));
  CHECK_THAT(files.at("README.md"), !Catch::Contains("baseline"));
  const Outcome stamped =
      place.tenon("stamp --migrations migrations --database " + quoted(database.scratch.url()));
  CHECK(stamped.status == 1);
  CHECK_THAT(stamped.output, Catch::Contains("there are no migrations"));
}

TEST_CASE("files that say something else are named and never overwritten") {
  const Place place;
  fs::create_directories(place.out() / "schema");
  const std::string source = place.write("schema.sql", people);
  SECTION("files of the project") {
    std::ofstream{place.out() / "README.md"} << "mine";
    std::ofstream{place.out() / "schema/auth.hpp"} << "mine";
    const Outcome refused = place.init(source);
    CHECK(refused.status == 2);
    CHECK_THAT(refused.output, Catch::Contains("my Shop/README.md\n") &&
                                   Catch::Contains("my Shop/schema/auth.hpp\n") &&
                                   Catch::Contains("say another folder: --out DIR"));
    CHECK(place.written() ==
          std::map<std::string, std::string>{{"README.md", "mine"}, {"schema/auth.hpp", "mine"}});
  }
  SECTION("a history that has begun") {
    fs::create_directories(place.out() / "migrations/19691231_000001_create_users");
    const Outcome refused = place.init(source);
    CHECK(refused.status == 2);
    CHECK_THAT(refused.output,
               Catch::Contains("my Shop/migrations/19691231_000001_create_users\n"));
    CHECK(place.written().empty());
  }
}

TEST_CASE("a failure leaves nothing behind") {
  const Place place;
  SECTION("a server that is not there, and its password is not shown") {
    const Outcome failed =
        place.init("postgresql://someone:correct-horse@127.0.0.1:1/app?connect_timeout=2");
    CHECK(failed.status == 3);
    CHECK_THAT(failed.output,
               Catch::Contains("someone:***@127.0.0.1:1/app") && !Catch::Contains("correct-horse"));
    check_nothing_was_written(place, failed);
  }
  SECTION("what is no source") {
    const Outcome failed = place.init("mysql://localhost/app");
    CHECK(failed.status == 2);
    CHECK_THAT(failed.output, Catch::Contains("no schema source"));
    check_nothing_was_written(place, failed);
  }
  SECTION("a name that is none") {
    const Outcome failed = place.init("empty", "--name 'my shop'");
    CHECK(failed.status == 2);
    CHECK_THAT(failed.output, Catch::Contains("not 'my shop'"));
    check_nothing_was_written(place, failed);
  }
  SECTION("a name that a header has") {
    const Outcome failed =
        place.init(place.write("schema.sql", "CREATE TABLE t (id integer);"), "--name public");
    CHECK(failed.status == 2);
    CHECK_THAT(failed.output, Catch::Contains("the library public_schema would be called like the "
                                              "header schema/public_schema.hpp") &&
                                  Catch::Contains("--name NAME"));
    check_nothing_was_written(place, failed);
  }
  SECTION("a folder that cannot be written to") {
    const Place other;
    const std::string file = other.write("file", "");
    const Outcome failed = test::run_program(
        quoted(TENON_EXECUTABLE) + " init --from empty --out " + quoted(file + "/project"));
    CHECK(failed.status == 3);
    CHECK_THAT(failed.output, Catch::Contains("file/project: cannot be written to"));
  }
  SECTION("a file where a folder is to be") {
    fs::create_directories(place.out());
    std::ofstream{place.out() / "schema"} << "mine";
    const Outcome failed = place.init(place.write("schema.sql", people));
    CHECK(failed.status == 3);
    CHECK_THAT(failed.output, Catch::Contains("schema/auth.hpp: cannot be written"));
    CHECK(place.written() == std::map<std::string, std::string>{{"schema", "mine"}});
  }
  SECTION("a generator that is not there") {
    const Outcome failed = place.init("empty", "--generator /nowhere/tenon-generate");
    CHECK(failed.status == 2);
    CHECK_THAT(failed.output,
               Catch::Contains("/nowhere/tenon-generate is no file that can be run"));
    check_nothing_was_written(place, failed);
  }
  SECTION("a scratch server that lacks what the source has") {
    const std::string model = place.write(
        "model.json",
        R"({"format": 1, "model": {"definitions": [{"name": {"kind": "extension", "parent": {"schema": "", "name": "no_such_extension"}}, "statement": "CREATE EXTENSION no_such_extension"}]}})");
    const Outcome failed = place.init("model:" + model);
    CHECK(failed.status == 3);
    CHECK_THAT(failed.output, Catch::Contains("no_such_extension") &&
                                  Catch::Contains("[tenon-sql-file]") &&
                                  Catch::Contains("TENON_SCRATCH_URL names another server"));
    check_nothing_was_written(place, failed);
  }
}

TEST_CASE("a baseline that is not the source is told by what differs") {
  const Place place;
  const std::string generator = place.write(
      "other-generate",
      "#!/bin/sh\n" + quoted(TENON_GENERATE_EXECUTABLE) +
          " \"$@\" && sed -i 's/\"type\": \"integer\"/\"type\": \"smallint\"/' model.json\n");
  fs::permissions(generator, fs::perms::owner_all);
  const Outcome made = place.init(place.write("schema.sql", "CREATE TABLE t (id integer);"),
                                  "--generator " + quoted(generator));
  INFO(made.output);
  CHECK(made.status == 1);
  CHECK_THAT(made.output,
             Catch::Contains("the source and the baseline differ: column t.id: type: ") &&
                 Catch::Contains("TENON_SCRATCH_URL"));
}

TEST_CASE("what Tenon cannot express is a note, without its secrets") {
  const Place place;
  Database database{
      "CREATE TABLE t (id integer); CREATE FOREIGN DATA WRAPPER w; CREATE SERVER s FOREIGN DATA "
      "WRAPPER w;"
      "CREATE USER MAPPING FOR public SERVER s OPTIONS (password 'correct-horse')"};
  const Outcome made = place.init(database.scratch.url());
  CHECK(made.status == 0);
  CHECK_THAT(made.output, Catch::Contains("note: left out, because Tenon cannot express it: "
                                          "user mapping public on server s\n") &&
                              !Catch::Contains("correct-horse"));
}

TEST_CASE("an existing database is stamped, and from then on it is one like any other") {
  const Place place;
  Database database{people};
  const std::string url = database.scratch.url();
  REQUIRE(place.init(url).status == 0);
  const auto on_it = [&](const std::string& command) {
    return place.tenon(command + " --migrations migrations --database " + quoted(url));
  };
  const Outcome refused = on_it("up");
  CHECK(refused.status == 1);
  CHECK_THAT(refused.output, Catch::Contains(baseline + ", is a baseline") &&
                                 Catch::Contains("tenon stamp --database URL"));
  const Outcome before = on_it("status");
  CHECK(before.status == 1);
  CHECK_THAT(before.output, Catch::Contains("baseline       " + baseline + "\n") &&
                                Catch::Contains("pending        " + baseline + "\n"));
  CHECK(on_it("stamp 19700101_000009_other").status == 1);

  const Outcome stamped = on_it("stamp");
  CHECK(stamped.status == 0);
  CHECK(stamped.output == "recorded without running it: " + baseline + "\n");
  CHECK_THAT(on_it("stamp").output, Catch::Contains("nothing to do"));
  const Outcome after = on_it("status");
  CHECK(after.status == 0);
  CHECK_THAT(after.output,
             Catch::Contains("baseline       " + baseline + ", recorded without being run\n"));
  const auto json = nlohmann::json::parse(on_it("status --format json").output);
  CHECK(json["baseline"] == baseline);
  CHECK(json["baseline_is_stamped"] == true);
  CHECK_THAT(on_it("up").output, Catch::Contains("nothing to do"));
  CHECK(on_it("down --to base").status == 1);
  CHECK(place.tenon("diff --exit-code --from " + quoted(url) + " --to migrations:migrations")
            .status == 0);
}

}  // namespace
