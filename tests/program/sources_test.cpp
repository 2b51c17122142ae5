// tenon diff and tenon show: any source to any other, from outside.
#include <nlohmann/json.hpp>

#include <support/catch.hpp>
#include <support/run_program.hpp>
#include <support/server.hpp>
#include <support/server_variable.hpp>
#include <support/temporary_folder.hpp>
#include <tenon/history/model_json.hpp>

#include <filesystem>
#include <fstream>

namespace {

using namespace tenon;
using test::Database;
using test::Outcome;
using test::quoted;
namespace fs = std::filesystem;

class Files {
 public:
  [[nodiscard]] std::string write(const std::string& name, const std::string& text) const {
    const fs::path path = folder_.path() / name;
    std::ofstream{path} << text;
    return path.string();
  }

 private:
  test::TemporaryFolder folder_;
};

Outcome program(const std::string& arguments) {
  return test::run_program(test::server_variable() + quoted(TENON_EXECUTABLE) + " " + arguments);
}

Outcome diff(const std::string& from, const std::string& to, const std::string& rest = "") {
  return program("diff --from " + quoted(from) + " --to " + quoted(to) + " " + rest);
}

constexpr const char* people = R"sql(
-- A comment; with a semicolon.
CREATE TABLE people (id bigint PRIMARY KEY, name character varying(40) NOT NULL);
CREATE VIEW names AS SELECT name FROM people;
)sql";

TEST_CASE("what diff prints as SQL makes the one schema of the other") {
  const Files files;
  const std::string to = files.write("new.sql", people);
  const auto printed = diff("empty", to, "--format sql");
  REQUIRE(printed.status == 0);
  Database database{"CREATE TABLE people (id integer PRIMARY KEY)"};
  const std::string url = database.scratch.url();
  const auto script = diff(url, to, "--format sql");
  REQUIRE(script.status == 0);
  const std::string file = files.write("script.sql", script.output);
  const auto run =
      test::run_program("psql -X -q -v ON_ERROR_STOP=1 " + quoted(url) + " -f " + quoted(file));
  INFO(script.output);
  INFO(run.output);
  CHECK(run.status == 0);
  CHECK(diff(url, to).output == "no differences\n");
  CHECK(diff(url, to, "--format sql").output.empty());
}

TEST_CASE("diff says what differs, in text and in JSON, and exits as asked") {
  const Files files;
  const std::string to = files.write("new.sql", people);
  const auto text = diff("empty", to);
  CHECK(text.status == 0);
  CHECK_THAT(text.output, Catch::Contains("table people: is new"));
  CHECK_THAT(text.output, Catch::Contains("view names: is new"));
  CHECK(diff("empty", to, "--exit-code").status == 1);
  CHECK(diff(to, to, "--exit-code").status == 0);
  const auto json = nlohmann::json::parse(diff("empty", to, "--format json").output);
  REQUIRE(json["changes"].size() == 2);
  CHECK(json["changes"][0]["object"] == "table people");
  CHECK(json["changes"][0]["change"]["kind"] == "create table");
}

TEST_CASE("diff notes columns in another order, and what may have been renamed") {
  const Files files;
  const std::string from = files.write("from.sql", "CREATE TABLE t (a integer, b text, c date);");
  const std::string to = files.write("to.sql", "CREATE TABLE t (b text, a integer, d date);");
  const auto text = diff(from, to);
  CHECK_THAT(text.output, Catch::Contains("note: the columns of table t are in another order"));
  CHECK_THAT(text.output, Catch::Contains("note: column t.d may be column t.c"));
  const std::string same = files.write("same.sql", "CREATE TABLE t (c date, b text, a integer);");
  const auto reordered = diff(from, same, "--exit-code");
  CHECK(reordered.status == 0);
  CHECK_THAT(reordered.output, Catch::StartsWith("no differences\nnote: "));
  CHECK(diff(from, same, "--format sql").output ==
        "note: the columns of table t are in another order, which is no difference\n");
  const auto json = nlohmann::json::parse(diff(from, to, "--format json").output);
  CHECK(json["notes"].size() == 2);
}

TEST_CASE("what pg_dump wrote is a source as it is") {
  const Files files;
  Database database{people};
  const auto dump = test::run_program("pg_dump --schema-only " + quoted(database.scratch.url()));
  REQUIRE(dump.status == 0);
  // Not all versions restrict what psql may do.
  const std::string guarded =
      files.write("guarded.sql", "\\restrict k3y\n\n" + dump.output + "\n\\unrestrict k3y\n");
  CHECK(diff(guarded, database.scratch.url()).output == "no differences\n");
  const std::string other =
      files.write("other.sql", "\\restrict k3y\nSELECT 1;\n\\connect other\n");
  CHECK_THAT(diff("empty", other).output,
             Catch::Contains("other.sql:3: this is a command of psql"));
}

TEST_CASE("show and diff say what they leave out, because Tenon cannot express it") {
  const Files files;
  const std::string type = files.write("type.sql", "CREATE TYPE unfinished;");
  CHECK_THAT(program("show --from " + quoted(type)).output,
             Catch::Contains("note: left out, because Tenon cannot express it: "
                             "type public.unfinished\n"));
  const std::string note =
      "note: type public.unfinished is only on the side of --to, and Tenon cannot express it\n";
  CHECK(diff("empty", type).output == "no differences\n" + note);
  CHECK(diff("empty", type, "--format sql").output == note);
  const auto json = nlohmann::json::parse(diff(type, "empty", "--format json").output);
  CHECK_THAT(json["notes"][0].get<std::string>(), Catch::Contains("on the side of --from"));
  CHECK(diff(type, type).output == "no differences\n");
}

namespace {

// The server that the tests share is to the program a person's, on which it makes no roles.
void make_role(const std::string& name) {
  Connection{test::server().url()}.execute("DO $$ BEGIN CREATE ROLE " + name +
                                           "; EXCEPTION WHEN duplicate_object THEN NULL; END $$");
}

}  // namespace

TEST_CASE("owners are compared when they are asked for") {
  const Files files;
  make_role("tenon_a");
  make_role("tenon_b");
  const auto owned_by = [&](const std::string& name) {
    return files.write(
        name + ".sql",
        "CREATE TABLE t (id serial); ALTER TABLE t OWNER TO " + name +
            "; CREATE VIEW v AS SELECT 1; CREATE SCHEMA s AUTHORIZATION " + name +
            "; CREATE FUNCTION f(integer) RETURNS integer LANGUAGE sql AS 'SELECT 1';"
            "ALTER FUNCTION f OWNER TO " +
            name + ";");
  };
  const std::string from = owned_by("tenon_a");
  const std::string to = owned_by("tenon_b");
  CHECK(diff(from, to).output == "no differences\n");
  const auto text = diff(from, to, "--owners");
  CHECK_THAT(text.output, Catch::Contains("table t: owner: tenon_a -> tenon_b") &&
                              Catch::Contains("schema s: owner: tenon_a -> tenon_b") &&
                              !Catch::Contains("sequence") && !Catch::Contains("view"));
  const auto sql = diff(from, to, "--owners --format sql");
  CHECK_THAT(sql.output, Catch::Contains("ALTER TABLE t OWNER TO tenon_b;") &&
                             Catch::Contains("ALTER SCHEMA s OWNER TO tenon_b;") &&
                             Catch::Contains("ALTER FUNCTION f(integer) OWNER TO tenon_b;"));
  CHECK_THAT(program("show --owners --from " + quoted(from)).output,
             Catch::Contains("ALTER TABLE t OWNER TO tenon_a;"));
}

TEST_CASE("a model's own words are compared as PostgreSQL reads them") {
  Declarations declared;
  Table table;
  table.name.name = "people";
  table.columns = {{.name = "id", .type = "int8", .not_null = true},
                   {.name = "name", .type = "varchar(40)", .not_null = true}};
  table.constraints = {{.name = "people_pkey", .definition = PrimaryKey{{"id"}, {}}}};
  declared.model.tables = {table};
  const Files files;
  const std::string model = "model:" + files.write("model.json", to_json(declared));
  const std::string sql = files.write("same.sql",
                                      "CREATE TABLE people (id bigint PRIMARY KEY, name "
                                      "character varying(40) NOT NULL);");
  CHECK(diff(model, sql).output == "no differences\n");
  CHECK(diff(sql, model).output == "no differences\n");
  CHECK_THAT(program("show --from " + quoted(model)).output,
             Catch::Contains("name varchar(40) NOT NULL"));
  CHECK_THAT(program("show --from " + quoted(sql)).output,
             Catch::Contains("name character varying(40) NOT NULL"));
}

TEST_CASE("a file that fails says where, and leaves no database behind") {
  const Files files;
  const auto wrong =
      diff("empty", files.write("wrong.sql", "SELECT 1;\n\nCREATE TABLE t (a nothing);\n"));
  CHECK(wrong.status == 3);
  CHECK_THAT(wrong.output, Catch::Contains("wrong.sql:3: "));
  CHECK_THAT(wrong.output, Catch::Contains("type \"nothing\" does not exist"));
  const auto meta = diff("empty", files.write("meta.sql", "CREATE TABLE t ();\n\\connect other\n"));
  CHECK(meta.status == 3);
  CHECK_THAT(meta.output, Catch::Contains("meta.sql:2: ") && Catch::Contains("psql"));
  CHECK(diff("empty", "/no/such.sql").status == 3);
}

TEST_CASE(
    "what is no source is wrong usage, and a server that is not there the environment's fault") {
  const auto unknown = diff("empty", "mysql://x");
  CHECK(unknown.status == 2);
  CHECK_THAT(unknown.output, Catch::Contains("migrations:DIR"));
  const auto gone = diff("empty", "postgresql://u:hunter2@127.0.0.1:1/none");
  CHECK(gone.status == 3);
  CHECK_THAT(gone.output, !Catch::Contains("hunter2"));
  CHECK(diff("empty", "empty", "--format yaml").status == 2);
}

TEST_CASE("the help of diff and show has examples") {
  CHECK_THAT(program("diff --help").output, Catch::Contains("Examples:"));
  CHECK_THAT(program("show --help").output, Catch::Contains("Examples:"));
}

}  // namespace
