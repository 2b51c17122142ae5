// What pg_dump is asked, and of which database.
#include <support/catch.hpp>
#include <support/environment.hpp>
#include <support/server.hpp>
#include <support/temporary_folder.hpp>
#include <tenon/catalog/client_connection.hpp>
#include <tenon/testing/schema_dump.hpp>
#include <tenon/testing/server_error.hpp>

#include <fstream>
#include <string>

namespace tenon {
namespace {

using test::Database;
using test::EnvironmentVariable;
using testing::dump_schema;
using testing::SchemaDump;

int major() {
  return test::server().version() / 10'000;
}

TEST_CASE("a dump has an entry for each object, whatever is in the bodies of functions") {
  const Database database{
      "CREATE TABLE orders (id bigint PRIMARY KEY);"
      "COMMENT ON COLUMN orders.id IS 'a; Type: TABLE';"
      "CREATE FUNCTION f() RETURNS text LANGUAGE sql AS $$SELECT 'a\n\n--\n-- b'$$"};
  const SchemaDump dump = dump_schema(database.scratch.url(), major(), {}, {});
  CHECK(dump.size() == 4);
  CHECK(dump.contains("table public.orders"));
  CHECK(dump.contains("constraint public.orders orders_pkey"));
  CHECK(dump.at("comment public.COLUMN orders.id").sql ==
        "COMMENT ON COLUMN public.orders.id IS 'a; Type: TABLE';\n");
  CHECK(dump.at("function public.f()").sql.find("-- b'") != std::string::npos);
}

TEST_CASE("a dump that is not whole is none") {
  const std::string begin = "--\n-- PostgreSQL database dump\n--\n\n";
  const std::string end = "--\n-- PostgreSQL database dump complete\n--\n\n";
  CHECK(testing::read_dump(begin + end).empty());
  CHECK_THROWS_AS(testing::read_dump(begin), testing::ServerError);
  CHECK_THROWS_AS(testing::read_dump(""), testing::ServerError);
}

TEST_CASE("it is the database that was named, whatever service the environment has") {
  // pg_dump of another server's machine does not see the files of this one.
  if (!test::server().is_own()) return;
  const Database named{"CREATE TABLE here (id bigint)"};
  const Database other{"CREATE TABLE elsewhere (id bigint)"};
  const std::string folder = Connection{other.scratch.url()}
                                 .query("SELECT current_setting('unix_socket_directories')")[0][0]
                                 .value_or("");
  const std::string name =
      Connection{other.scratch.url()}.query("SELECT current_database()")[0][0].value_or("");
  const test::TemporaryFolder services;
  const std::string file = (services.path() / "pg_service.conf").string();
  std::ofstream{file} << "[elsewhere]\nhost=" << folder << "\nuser=postgres\ndbname=" << name
                      << "\n";
  const EnvironmentVariable where{"PGSERVICEFILE", file};
  const EnvironmentVariable service{"PGSERVICE", "elsewhere"};
  const EnvironmentVariable database{"PGDATABASE", name};
  const SchemaDump dump = dump_schema(named.scratch.url(), major(), {}, {});
  CHECK(dump.contains("table public.here"));
  CHECK(!dump.contains("table public.elsewhere"));
}

TEST_CASE("a password is in the environment and not among the arguments") {
  const ClientConnection url =
      client_connection("postgresql://me:pa%3Fss@db:6432/app?sslmode=require");
  CHECK(url.parameters == "user='me' dbname='app' host='db' port='6432' sslmode='require' ");
  CHECK(url.environment == std::vector<std::string>{"PGPASSWORD=pa?ss"});
  const ClientConnection words = client_connection(R"(dbname='it\'s \\ one' password=secret)");
  CHECK(words.parameters == R"(dbname='it\'s \\ one' )");
  CHECK(words.environment == std::vector<std::string>{"PGPASSWORD=secret"});
}

}  // namespace
}  // namespace tenon
