// The connection against a real server, and what is shown of connection strings.
#include <pqxx/pqxx>

#include <support/catch.hpp>
#include <support/environment.hpp>
#include <support/server.hpp>
#include <tenon/catalog/borrow.hpp>
#include <tenon/catalog/connection.hpp>
#include <tenon/catalog/connection_string.hpp>
#include <tenon/catalog/redact.hpp>

#include <chrono>
#include <string>
#include <thread>

namespace tenon {
namespace {

using test::Database;
using test::EnvironmentVariable;

std::string message_of_connecting(const std::string& conninfo) {
  try {
    const Connection connection{conninfo};
  } catch (const ConnectionError& error) {
    return error.what();
  }
  return "connected";
}

TEST_CASE("a query returns its rows as text, with NULL told from empty") {
  Database database;
  const auto rows = database.connection.query("SELECT 41 + 1, NULL, '', $1::text, $2::text",
                                              {std::nullopt, "it's"});
  REQUIRE(rows.size() == 1);
  CHECK(rows[0] == Row{"42", std::nullopt, "", std::nullopt, "it's"});
}

TEST_CASE("a refused statement says its SQLSTATE, its text and what PostgreSQL said") {
  Database database;
  try {
    database.connection.execute("CREATE TABLE t (a nonsense)");
    FAIL("the statement was accepted");
  } catch (const DatabaseError& error) {
    CHECK(error.sqlstate == "42704");
    CHECK(error.statement == "CREATE TABLE t (a nonsense)");
    CHECK_THAT(error.what(), Catch::Contains("type \"nonsense\" does not exist"));
  }
}

TEST_CASE("a transaction is what the statements say") {
  Database database;
  database.connection.execute("BEGIN");
  database.connection.execute("CREATE TABLE t ()");
  database.connection.execute("ROLLBACK");
  CHECK(database.connection.query("SELECT to_regclass('t')")[0][0] == std::nullopt);
}

TEST_CASE("every failure that asks for another try has its SQLSTATE") {
  Database database{"CREATE TABLE t (a int PRIMARY KEY, b int); INSERT INTO t VALUES (1, 1)"};
  Connection other{database.scratch.url()};
  for (auto* connection : {&database.connection, &other}) {
    connection->execute("BEGIN ISOLATION LEVEL REPEATABLE READ");
    CHECK(connection->query("SELECT * FROM t").size() == 1);
  }
  database.connection.execute("UPDATE t SET b = 2");
  database.connection.execute("COMMIT");
  try {
    other.execute("UPDATE t SET b = 3");
    FAIL("a lost update");
  } catch (const DatabaseError& error) {
    CHECK(error.sqlstate == "40001");
  }
}

TEST_CASE("a lost connection is an error and is not opened again") {
  Database database;
  Connection other{database.scratch.url()};
  const auto pid = database.connection.query("SELECT pg_backend_pid()")[0][0];
  CHECK(other.query("SELECT pg_terminate_backend($1::int)", {pid})[0][0] == "t");
  while (!other.query("SELECT FROM pg_stat_activity WHERE pid = $1::int", {pid}).empty())
    std::this_thread::sleep_for(std::chrono::milliseconds{5});
  CHECK_THROWS(database.connection.execute("SELECT 1"));
  CHECK_THROWS_AS(database.connection.execute("SELECT 1"), ConnectionError);
}

TEST_CASE("an application's own libpqxx connection can be lent") {
  Database database;
  pqxx::connection own{database.scratch.url()};
  {
    auto lent = borrow(own);
    lent.execute("SET application_name = 'lent'");
    CHECK(lent.server_version() == database.connection.server_version());
  }
  pqxx::nontransaction work{own};
  CHECK(std::string{work.exec("SHOW application_name")[0][0].c_str()} == "lent");
}

TEST_CASE("text travels as UTF-8 whatever the environment says") {
  const EnvironmentVariable encoding{"PGCLIENTENCODING", "LATIN1"};
  Database database;
  CHECK(database.connection.query("SELECT U&'\\00e9'")[0][0] == "\xc3\xa9");
}

TEST_CASE("text travels as UTF-8 whatever the connection string says, and however it ends") {
  Database database;
  const std::string url = database.scratch.url();
  for (const char* end : {"&client_encoding=LATIN1", "&", ""})
    CHECK(Connection{url + end}.query("SHOW client_encoding")[0][0] == "UTF8");
  if (!test::server().is_own()) return;
  const std::string folder =
      *database.connection.query("SELECT current_setting('unix_socket_directories')")[0][0];
  const std::string server = "client_encoding=LATIN1 user=postgres host=" + folder;
  for (const char* end : {"", " ", " password=", " password= ", R"( password=a\)"})
    CHECK(Connection{server + end}.query("SHOW client_encoding")[0][0] == "UTF8");
  CHECK(message_of_connecting("postgresql://me:why?not@127.0.0.1:1/app?connect_timeout=2")
            .find("127.0.0.1") != std::string::npos);
}

TEST_CASE("a parameter is added to either form of a connection string, and never to a value") {
  CHECK(with_parameter("", "a=1") == "a=1");
  CHECK(with_parameter("host=x", "a=1") == "host=x a=1");
  CHECK(with_parameter("password=", "a=1") == std::nullopt);
  CHECK(with_parameter("postgresql:///", "a=1") == "postgresql:///?a=1");
  CHECK(with_parameter("postgresql://me:a?b@db/app", "a=1") == "postgresql://me:a?b@db/app?a=1");
  CHECK(with_parameter("postgresql://me:a?b@db/app?b=2", "a=1") ==
        "postgresql://me:a?b@db/app?b=2&a=1");
}

TEST_CASE("a server that does not answer is named without its password") {
  const auto message =
      message_of_connecting("postgresql://ann:s3cret@127.0.0.1:1/db?connect_timeout=2");
  CHECK_THAT(message, Catch::Contains("ann:***@127.0.0.1:1/db"));
  CHECK_THAT(message, !Catch::Contains("s3cret"));
}

TEST_CASE("a malformed connection string does not show its password either") {
  for (const char* conninfo :
       {"postgresql://ann:s3c/ret@127.0.0.1/db", "postgresql://ann:s3c?ret=x@127.0.0.1/db",
        "postgresql//ann:s3cret@127.0.0.1/db", "host=127.0.0.1 pasword=x password=s3cret",
        "host=127.0.0.1 port=1 password='s3c ret",
        "postgresql://127.0.0.1:1/db?password=s3cret&x=1",
        "postgresql://ann:s3c%ret@127.0.0.1:1/db"}) {
    const auto message = message_of_connecting(conninfo);
    INFO(message);
    CHECK(message.find("s3c") == std::string::npos);
    CHECK(message.find("cannot connect to ") == 0);
  }
}

TEST_CASE("only the password of a connection string is hidden") {
  CHECK(redacted("postgresql://ann:pw@h:5432/db?sslmode=require") ==
        "postgresql://ann:***@h:5432/db?sslmode=require");
  CHECK(redacted("postgresql://h:5432/db") == "postgresql://h:5432/db");
  CHECK(redacted("postgresql://ann@h:5432/db") == "postgresql://ann@h:5432/db");
  CHECK(redacted("postgresql:///db?password=pw&host=/tmp") ==
        "postgresql:///db?password=***&host=/tmp");
  CHECK(redacted("host=h password = 'a \\' b' user=ann") == "host=h password = *** user=ann");
  CHECK(redacted("host=h passfile=/p password=pw") == "host=h passfile=/p password=***");
  CHECK(redacted("postgresql://ann:a@b@h/db") == "postgresql://ann:***@h/db");
  CHECK(redacted("").empty());
}

}  // namespace
}  // namespace tenon
