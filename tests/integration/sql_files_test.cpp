// tenon-generate --sql: what SQL files declare beside the structs, as PostgreSQL understands it.
#include "generated_project.hpp"

#include <support/catch.hpp>
#include <support/content_of.hpp>
#include <support/run_program.hpp>
#include <support/server.hpp>
#include <support/server_variable.hpp>
#include <tenon/catalog/catalog.hpp>
#include <tenon/diff/describe.hpp>
#include <tenon/diff/diff.hpp>
#include <tenon/history/folder.hpp>
#include <tenon/model/lookup.hpp>

#include <filesystem>
#include <string>

namespace tenon {
namespace {

using test::content_of;
using test::Database;
using test::Outcome;
using test::quoted;
using test::run_program;
namespace fs = std::filesystem;

constexpr const char* users = R"cpp(#include <tenon/annotations.hpp>

#include <cstdint>
#include <string>

                                    struct TENON(table) Users {
                                      TENON(primary_key, identity) std::int64_t id;
                                      TENON(sql_type("email_address")) std::string email;
                                      TENON(check("is_short(name)")) std::string name;
                                    };
)cpp";

constexpr const char* before = R"(-- tenon:before structs
CREATE DOMAIN email_address AS text CHECK (VALUE LIKE '%@%');
CREATE FUNCTION is_short(text) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT length($1) < 99';
)";

constexpr const char* after = R"(CREATE VIEW short_names AS
  SELECT id, name FROM users WHERE is_short(name);

CREATE MATERIALIZED VIEW counts AS SELECT count(*) AS n FROM short_names;
CREATE UNIQUE INDEX ON counts (n);
ALTER TABLE users ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_row ON users USING (name = current_user);
GRANT SELECT ON users TO pg_monitor;
COMMENT ON VIEW short_names IS 'Not the long ones';
)";

class Project : public test::GeneratedProject {
 public:
  Project() : GeneratedProject{users} {
    write("before.sql", before);
    write("views.sql", after);
  }
};

constexpr const char* both = "--sql before.sql --sql views.sql";

TEST_CASE("SQL files before and after the structs make one schema with them") {
  const Project project;
  const Outcome generated = project.generate(both);
  INFO(generated.output);
  REQUIRE(generated.status == 0);

  const Declarations declared = read_declarations(project.path("model.json"));
  CHECK(declared.printed_by == test::server().version() / 10'000);
  const Table* table = find(declared.model.tables, QualifiedName{"public", "users"});
  REQUIRE(table != nullptr);
  // What the struct says stays as it was written, and knows what it uses.
  const Column* email = find(table->columns, "email");
  REQUIRE(email != nullptr);
  CHECK(email->type == "email_address");
  CHECK_FALSE(email->uses.objects.empty());
  CHECK(content_of(project.path("model.d")).find("views.sql") != std::string::npos);

  // One script creates it, as it would be by hand.
  const Outcome shown = project.tenon("show --from model:model.json");
  INFO(shown.output);
  REQUIRE(shown.status == 0);
  Database created;
  REQUIRE_NOTHROW(created.connection.execute(shown.output));
  Database by_hand;
  by_hand.connection.execute(before);
  by_hand.connection.execute(
      "CREATE TABLE users (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, email email_address "
      "NOT NULL, name text NOT NULL CHECK (is_short(name)))");
  by_hand.connection.execute(after);
  for (const Change& change :
       diff(read_catalog(created.connection).model, read_catalog(by_hand.connection).model))
    FAIL_CHECK(describe(subject(change)) << ": " << describe(change));
}

TEST_CASE("roles that SQL files name are made on a server of Tenon's own") {
  const Project project;
  project.write("views.sql",
                "GRANT SELECT ON users TO \"tenon's reader\", tenon_writer;\n"
                "ALTER TABLE users OWNER TO tenon_owner;\n");
  const Outcome generated = project.generate(both, "env -u TENON_SCRATCH_URL ");
  INFO(generated.output);
  CHECK(generated.status == 0);
  // A person's own server keeps the roles that it has.
  const Outcome refused = project.generate(both, "env " + test::server_variable());
  CHECK(refused.status == 1);
  CHECK_THAT(refused.output, Catch::Contains("views.sql:1:1: error:") &&
                                 Catch::Contains("role \"tenon's reader\" does not exist"));
}

TEST_CASE("default privileges before the structs are privileges on their tables") {
  const Project project;
  project.write(
      "before.sql",
      std::string{before} + "ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO pg_monitor;\n");
  project.write("views.sql", "CREATE VIEW names AS SELECT name FROM users;\n");
  const Outcome generated = project.generate(both);
  INFO(generated.output);
  REQUIRE(generated.status == 0);
  const Outcome shown = project.tenon("show --from model:model.json");
  CHECK_THAT(shown.output, Catch::Contains("GRANT SELECT ON TABLE users TO pg_monitor") &&
                               Catch::Contains("GRANT SELECT ON TABLE names TO pg_monitor"));
}

TEST_CASE("a changed SQL file has no migration, and check says so at its statement") {
  const Project project;
  REQUIRE(project.generate(both).status == 0);
  REQUIRE(project.migrate().status == 0);
  CHECK(project.check().status == 0);

  std::string changed = after;
  changed.replace(changed.find("count(*)"), 8, "max(id)");
  project.write("views.sql", changed);
  REQUIRE(project.generate(both).status == 0);
  const Outcome checked = project.check();
  CHECK(checked.status == 1);
  CHECK_THAT(checked.output, Catch::Contains("views.sql:4:1: error: materialized view counts") &&
                                 Catch::Contains("[tenon-drift]"));
  const Outcome written = project.migrate();
  INFO(written.output);
  CHECK(written.status == 0);
  CHECK(project.check().status == 0);
}

TEST_CASE("other words for the same SQL are no change") {
  const Project project;
  REQUIRE(project.generate(both).status == 0);
  REQUIRE(project.migrate().status == 0);
  std::string same = after;
  same.replace(same.find("SELECT id, name FROM users"), 26,
               "SELECT users.id, /* short */ name\n  FROM public.users");
  same.replace(same.find("is_short(name)"), 14, "is_short((name))");
  project.write("views.sql", same);
  REQUIRE(project.generate(both).status == 0);
  const Outcome checked = project.check();
  INFO(checked.output);
  CHECK(checked.status == 0);
}

TEST_CASE("what is wrong with an SQL file is said at its line, and nothing is written") {
  const Project project;

  const auto fails_with = [&](const std::string& files, int status, const std::string& message) {
    const Outcome outcome = project.generate(files);
    CHECK(outcome.status == status);
    CHECK_THAT(outcome.output, Catch::Contains(message));
    CHECK_FALSE(fs::exists(project.path("model.json")));
  };

  SECTION("a statement that PostgreSQL refuses") {
    project.write("views.sql", "CREATE VIEW a AS SELECT 1;\n\nCREATE VIEW b AS SELECT nothing;\n");
    fails_with(both, 1, "views.sql:3:1: error: ERROR:  column \"nothing\" does not exist");
  }
  SECTION("text that is no SQL") {
    project.write("views.sql", "CREATE VIEW 'unfinished\n");
    fails_with(both, 1, "views.sql");
  }
  SECTION("a command of psql") {
    project.write("views.sql", "CREATE VIEW a AS SELECT 1;\n\\connect other\n");
    fails_with(both, 1, "views.sql:2:1: error: this is a command of psql");
  }
  SECTION("a file that is not there") {
    fails_with("--sql nowhere.sql", 1, "nowhere.sql");
  }
  SECTION("structs that use what no file makes before them") {
    project.write("late.sql", std::string{before}.substr(std::string{before}.find('\n') + 1));
    fails_with("--sql late.sql", 1, "schema.hpp:6:");
    fails_with("--sql late.sql", 1, "-- tenon:before structs");
  }
  SECTION("a file that changes what a struct says") {
    project.write("views.sql", "ALTER TABLE users ALTER COLUMN email TYPE text;\n");
    fails_with(both, 1, "schema.hpp:8:");
    fails_with(both, 1, "column users.email: type: email_address -> text");
    project.write("views.sql", "ALTER TABLE users DROP COLUMN name;\n");
    fails_with(both, 1, "schema.hpp:9:");
  }
  SECTION("no PostgreSQL to ask") {
    const Outcome outcome = run_program("cd " + quoted(project.path("")) +
                                        " && TENON_SCRATCH_URL=postgresql:///none?host=/nowhere " +
                                        quoted(TENON_GENERATE_EXECUTABLE) +
                                        " schema.hpp --sql before.sql -o model.json -- -I" +
                                        quoted(fs::path{TENON_SOURCE_DIR} / "schema"));
    CHECK(outcome.status == 3);
    CHECK_THAT(outcome.output, Catch::Contains("TENON_SCRATCH_URL"));
  }
}

}  // namespace
}  // namespace tenon
