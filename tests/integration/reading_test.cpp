// What read_catalog() needs of a server, and how it leaves it.
#include <support/catch.hpp>
#include <support/same_catalog.hpp>
#include <support/server.hpp>
#include <tenon/catalog/catalog.hpp>
#include <tenon/catalog/questions.hpp>
#include <tenon/catalog/supported_version.hpp>

#include <chrono>
#include <future>
#include <optional>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace tenon {
namespace {

using test::Database;
using test::same;

constexpr const char* schema = R"sql(
CREATE TYPE mood AS ENUM ('sad', 'glad');
CREATE TABLE people (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text COLLATE "C"
  DEFAULT 'x', feels mood, CHECK (length(name) < 9));
CREATE TABLE visits (person bigint REFERENCES people ON DELETE CASCADE, at timestamptz DEFAULT now());
CREATE INDEX ON visits (at DESC) WHERE person > 7;
CREATE VIEW names AS SELECT name FROM people;
COMMENT ON VIEW names IS 'All of them';
GRANT SELECT ON names TO PUBLIC;
)sql";

// A role of the server while a test runs.
class Role {
 public:
  explicit Role(Connection& connection) : connection_{connection} {
    connection.execute("CREATE ROLE tenon_test_reader");
  }
  Role(const Role&) = delete;
  Role& operator=(const Role&) = delete;
  ~Role() {
    connection_.execute("RESET ROLE; DROP OWNED BY tenon_test_reader; DROP ROLE tenon_test_reader");
  }

 private:
  Connection& connection_;
};

TEST_CASE("the session's settings do not change what is read, and stay as they were") {
  Database database{
      "CREATE SCHEMA s; CREATE TABLE s.t (a timestamptz DEFAULT '2020-01-01 00:00:00+00', b bytea "
      "DEFAULT 'x'::bytea); CREATE TABLE t (a int)"};
  const auto before = read_catalog(database.connection);
  database.connection.execute(
      "SET search_path = s; SET timezone = 'Asia/Tokyo'; SET datestyle = 'German'; "
      "SET quote_all_identifiers = on; SET bytea_output = 'escape'");
  CHECK(same(before, read_catalog(database.connection)));
  CHECK(database.connection.query("SHOW search_path")[0][0] == "s");
}

TEST_CASE("a failed reading leaves no transaction open") {
  Database database;
  CHECK_THROWS_AS(read_catalog(database.connection, {{std::string{"\xff"}}}), DatabaseError);
  CHECK(read_catalog(database.connection).model.tables.empty());
}

TEST_CASE("two connections see what one sees") {
  Database database{schema};
  const auto one = read_catalog(database.connection);
  CHECK(same(one, read_catalog(database.connection, {.second_connection = true})));
}

TEST_CASE("a second connection answers while the first one waits") {
  Database database;
  Connection other{database.scratch.url()};
  other.execute("SELECT pg_advisory_lock(1)");
  const auto pid = not_null(other.query("SELECT pg_backend_pid()").at(0).at(0));
  // Alone, the first would wait in vain.
  database.connection.execute("SET statement_timeout = '10s'");
  std::string order;
  const std::vector<catalog::Question> questions{
      {"SELECT 'first' FROM pg_advisory_lock(1)",
       [&](catalog::Fields& fields) { order += fields.text() + ' '; }},
      {"SELECT 'second' FROM pg_terminate_backend(" + pid + ")",
       [&](catalog::Fields& fields) { order += fields.text(); }}};
  catalog::ask(
      database.connection, [&] { return std::optional{Connection{database.scratch.url()}}; },
      questions);
  CHECK(order == "first second");
}

TEST_CASE("what a second connection cannot answer, the first one does") {
  Database database;
  std::vector<catalog::Question> questions;
  int answers = 0;
  for (int i = 0; i < 20; ++i)
    questions.push_back(
        {"SELECT pg_sleep(0.01) FROM (SELECT 1 / (1 - current_setting("
         "'tenon.is_second', true)::int)) x",
         [&](catalog::Fields&) { ++answers; }});
  database.connection.execute("SET tenon.is_second = 0");
  catalog::ask(
      database.connection,
      [&] {
        Connection second{database.scratch.url()};
        second.execute("SET tenon.is_second = 1");
        return std::optional{std::move(second)};
      },
      questions);
  CHECK(answers == 20);
}

TEST_CASE("the first connection does not wait for a second one that fails to come") {
  Database database;
  int answers = 0;
  const std::vector<catalog::Question> questions{
      {"SELECT 1", [&](catalog::Fields&) { ++answers; }}};
  const auto fail = []() -> std::optional<Connection> { throw std::logic_error{"none"}; };
  catalog::ask(database.connection, fail, questions);
  CHECK(answers == 1);
}

TEST_CASE("where there is no second connection, the first asks all") {
  Database database{schema};
  const auto one = read_catalog(database.connection);
  database.connection.execute("CREATE ROLE tenon_test_user LOGIN CONNECTION LIMIT 1");
  {
    Connection only{database.scratch.url() + "&user=tenon_test_user"};
    CHECK_THROWS_AS(only.open_another(), ConnectionError);
    CHECK(same(one, read_catalog(only, {.second_connection = true})));
  }
  database.connection.execute("DROP ROLE tenon_test_user");
}

TEST_CASE("a role that may read nothing else reads the catalog") {
  Database database{schema};
  const auto of_owner = read_catalog(database.connection);
  const Role role{database.connection};
  database.connection.execute("SET ROLE tenon_test_reader");
  CHECK(same(of_owner, read_catalog(database.connection)));
}

TEST_CASE("a role that may not read the catalog is told so") {
  Database database{schema};
  const Role role{database.connection};
  database.connection.execute(
      "REVOKE SELECT ON pg_catalog.pg_constraint FROM PUBLIC; SET ROLE tenon_test_reader");
  CHECK_THROWS_WITH(
      read_catalog(database.connection),
      Catch::Contains("the role tenon_test_reader may not read PostgreSQL's catalog") &&
          Catch::Contains("pg_constraint"));
  // And the connection is as it was.
  CHECK(database.connection.query("SELECT 1").size() == 1);
}

TEST_CASE("a server that goes away is a lost connection, and not an empty schema") {
  Database database{schema};
  const auto pid = database.connection.query("SELECT pg_backend_pid()").at(0);
  Connection other{database.scratch.url()};
  SECTION("before the reading") {
    static_cast<void>(other.query("SELECT pg_terminate_backend($1::int)", pid));
    CHECK_THROWS_AS(read_catalog(database.connection), ConnectionError);
  }
  SECTION("in the middle of it") {
    // The lock on its catalog makes the reading wait until its session is ended.
    other.execute("BEGIN; LOCK TABLE pg_catalog.pg_constraint");
    auto reading =
        std::async(std::launch::async, [&] { return read_catalog(database.connection); });
    while (other.query("SELECT FROM pg_locks WHERE pid = $1::int AND NOT granted", pid).empty())
      std::this_thread::sleep_for(std::chrono::milliseconds{5});
    static_cast<void>(other.query("SELECT pg_terminate_backend($1::int)", pid));
    CHECK_THROWS_AS(reading.get(), ConnectionError);
    other.execute("ROLLBACK");
  }
}

TEST_CASE("servers of unknown versions are refused") {
  CHECK_NOTHROW(catalog::require_supported(130000));
  CHECK_NOTHROW(catalog::require_supported(189999));
  CHECK_THROWS_WITH(catalog::require_supported(120022),
                    Catch::Contains("the server is PostgreSQL 12") && Catch::Contains("13 to 18"));
  CHECK_THROWS_WITH(
      catalog::require_supported(190000),
      Catch::Contains("the server is PostgreSQL 19") && Catch::Contains("take a newer Tenon"));
}

TEST_CASE("a thousand tables are read at once") {
  Database database{R"sql(
DO $$ BEGIN FOR i IN 1..1000 LOOP
  EXECUTE format('CREATE TABLE t%s (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, a int '
                 'NOT NULL DEFAULT 0, b text, c text, d text, e text, CHECK (a > 0))', i);
  EXECUTE format('CREATE INDEX ON t%s (lower(b)) WHERE a > 1', i);
END LOOP; END $$)sql"};
  const auto start = std::chrono::steady_clock::now();
  const auto catalog = read_catalog(database.connection);
  const auto seconds =
      std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  CHECK(catalog.model.tables.size() == 1000);
  INFO(seconds);
  CHECK(seconds < 10);
}

}  // namespace
}  // namespace tenon
